//! Questions in formats that others read and write, and the codes that papers and answers travel in.
//!
//! Nothing here shows anything, keeps anything or asks anybody: text goes in, a [`Draft`] comes out, and the other way
//! round. It runs in the module of tools, so it does without tables of Unicode and without regular expressions.

pub mod aiken;
pub mod blocks;
mod detect;
mod form;
pub mod gift;
mod html;
mod inline;
mod lint;
pub mod markdown;
mod notes;
pub mod packet;
mod paper;
mod spans;
pub mod table;
mod text;

pub use detect::{detect, read, write};
pub use form::order_of;
pub use invigil_engine::share::draft::{Draft, DraftOption, DraftQuestion, Finding, FindingKind, Format};
pub use markdown::Keys;
pub use packet::{Kind, pack, unpack};
pub use paper::{hand, make, open};
