//! A tool that comes as an npm package, in one pinned version, kept in the cache folder. Without npm the build goes on
//! without it, a little larger.

use std::path::PathBuf;
use std::process::Command;

use crate::process;
use crate::project::{self, Project};

/// A package and the program in it.
pub(crate) struct Package {
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
    /// The program's path inside the package.
    pub(crate) program: &'static [&'static str],
    /// What it is got for, in words.
    pub(crate) purpose: &'static str,
}

impl Package {
    /// Where its program lies once it is installed.
    pub(crate) fn path(&self, project: &Project) -> PathBuf {
        let package = self.folder(project).join("node_modules").join(self.name);
        self.program.iter().fold(package, |path, part| path.join(part))
    }

    /// Installs it where there is npm, and says so where there is none.
    pub(crate) fn install(&self, project: &Project) {
        let Self { name, version, purpose, .. } = self;
        let Some(npm) = project::find_on_path("npm") else {
            println!(
                "{purpose} is skipped, since there is no npm to get {name} with (install Node.js for a smaller build)"
            );
            return;
        };
        println!("Getting {name} {version} from npm for {purpose}, once …");
        let mut command = Command::new(npm);
        command.args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"]);
        command.arg(self.folder(project)).arg(format!("{name}@{version}"));
        if let Err(failure) = process::run(&mut command) {
            println!("{purpose} is skipped: {failure}");
        }
    }

    fn folder(&self, project: &Project) -> PathBuf {
        project.tools().join(format!("{}-{}", self.name, self.version))
    }
}
