//! The browser's facilities, one to a file, each with its faults as values.

pub(crate) mod address;
pub(crate) mod archive;
pub(crate) mod crash;
pub(crate) mod fetch;
pub(crate) mod files;
pub(crate) mod intl;
pub(crate) mod local;
pub(crate) mod moment;
pub(crate) mod page;
pub(crate) mod pause;
pub(crate) mod sharing;
pub(crate) mod signals;
#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;
pub(crate) mod tools;
