//! The second module: what few need at once and what takes long, loaded when it is first used and run in a worker.
//!
//! Bytes in, bytes out: the page asks for a length with [`reserve`], writes its input there, names a tool with [`run`], and
//! reads the output. What the bytes are is the business of each tool; see `docs/adr/0012-a-module-of-tools.md`.

use invigil_engine::packed::Packed as _;
use invigil_engine::store::check::check;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The tools, by their numbers, which never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Reads all that is stored: records as pairs of name and text in, [`invigil_engine::store::check::Checked`] out.
    Check,
}

impl Tool {
    fn of(number: u32) -> Option<Self> {
        (number == 0).then_some(Self::Check)
    }

    /// What a tool makes of its input; nothing of one that it cannot read.
    pub fn work(self, input: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Check => Some(check(&Vec::from_bytes(input)?).to_bytes()),
        }
    }
}

/// What [`run`] answers when there is no such tool, or its input cannot be read.
pub const REFUSED: usize = usize::MAX;

/// The input, and after [`run`] the output.
static HELD: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn held() -> MutexGuard<'static, Vec<u8>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes room for an input of a length, and tells where.
#[expect(unsafe_code, reason = "a fixed name of an export; no other function of this module has it")]
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *const u8 {
    let mut held = held();
    *held = vec![0; length];
    held.as_ptr()
}

/// Runs a tool on the input, and tells the length of the output, or [`REFUSED`].
#[expect(unsafe_code, reason = "a fixed name of an export; no other function of this module has it")]
#[unsafe(no_mangle)]
pub extern "C" fn run(tool: u32) -> usize {
    let mut held = held();
    let Some(output) = Tool::of(tool).and_then(|tool| tool.work(&held)) else { return REFUSED };
    *held = output;
    held.len()
}

/// Where the output lies.
#[expect(unsafe_code, reason = "a fixed name of an export; no other function of this module has it")]
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    held().as_ptr()
}
