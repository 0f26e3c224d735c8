//! `cargo xtask serve`: from nothing to the app in a browser on this machine.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use crate::args::Arguments;
use crate::failure::{During, Failure, Outcome};
use crate::process;
use crate::project::Project;
use crate::site;

const PORT: u16 = 8080;

pub(crate) fn run(project: &Project, arguments: &Arguments) -> Outcome {
    let port = port(arguments.value("--port"))?;
    let prefix = prefix(arguments.value("--prefix"))?;
    if let Err(error) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        return Err(Failure::new(format!(
            "port {port} of this machine cannot be used ({error}): choose another with --port"
        )));
    }
    let dist = project.site("serve");
    std::fs::create_dir_all(&dist).during("create the folder", &dist)?;
    let mut trunk = site::trunk(project)?;
    trunk.args(["serve", "--port", &port.to_string(), "--dist"]).arg(&dist);
    if arguments.has("--release") {
        trunk.arg("--release");
    }
    if prefix != "/" {
        trunk.args(["--serve-base", &prefix]);
    }
    println!("Building. The first build compiles every crate and takes a minute or more.");
    announce(port, prefix);
    process::run(&mut trunk)
}

/// Says where the app is as soon as it answers: Trunk serves only after its first build.
fn announce(port: u16, prefix: String) {
    thread::spawn(move || {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
            thread::sleep(Duration::from_millis(300));
        }
        println!("\n    Invigil is at http://127.0.0.1:{port}{prefix}    (Ctrl-C ends it)\n");
    });
}

fn port(given: Option<&str>) -> Outcome<u16> {
    let Some(given) = given else { return Ok(PORT) };
    match given.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(Failure::new(format!("--port {given}: a port is a number from 1 to 65535"))),
    }
}

fn prefix(given: Option<&str>) -> Outcome<String> {
    let given = given.unwrap_or("/");
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~' | '/');
    let is_folder = given.starts_with('/') && given.ends_with('/') && !given.contains("//");
    if is_folder && given.chars().all(is_plain) {
        return Ok(given.to_owned());
    }
    Err(Failure::new(format!(
        "--prefix {given}: a folder begins and ends with '/', as in --prefix /some/folder/"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_are_numbers() {
        for (given, expected) in [
            (None, Some(8080)),
            (Some("1"), Some(1)),
            (Some("65535"), Some(65535)),
            (Some("0"), None),
            (Some("65536"), None),
            (Some("-1"), None),
            (Some("http"), None),
        ] {
            assert_eq!(port(given).ok(), expected, "{given:?}");
        }
    }

    #[test]
    fn prefixes_are_folders() {
        for (given, expected) in [
            (None, Some("/")),
            (Some("/"), Some("/")),
            (Some("/a/"), Some("/a/")),
            (Some("/some/folder-1/"), Some("/some/folder-1/")),
            (Some("/a"), None),
            (Some("a/"), None),
            (Some(""), None),
            (Some("//"), None),
            (Some("/a b/"), None),
            (Some("/a?/"), None),
        ] {
            assert_eq!(prefix(given).ok().as_deref(), expected, "{given:?}");
        }
    }
}
