//! Digests of staged files: content hashes in names, and integrity as browsers check it.

use std::fmt::Write as _;

use base64::Engine as _;
use sha2::{Digest as _, Sha256, Sha384};

/// A short name for content: the first 64 bits of its SHA-256. It names, it does not protect.
pub(crate) fn short_name(content: &[u8]) -> String {
    hex(Sha256::digest(content).iter().take(8))
}

/// Bytes as the hexadecimal digits that names are made of.
pub(crate) fn hex<'a>(bytes: impl IntoIterator<Item = &'a u8>) -> String {
    bytes.into_iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The value of an `integrity` attribute.
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(Sha384::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_standard() {
        // FIPS 180-4 examples for "abc".
        assert_eq!(short_name(b"abc"), "ba7816bf8f01cfea");
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }
}
