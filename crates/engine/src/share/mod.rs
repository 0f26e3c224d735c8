//! What goes from one learner to another without a server: papers of one's own, handed-in answers, and what a class of
//! them says.
//!
//! Here are the types, and what the app makes of them. The codes they travel in, and the formats that papers are read
//! from, are in `crates/formats`; what a class says is reckoned in `crates/class`. Both are in the module of tools.

pub mod class;
pub mod draft;
pub mod handed;
pub mod packet;
pub mod paper;
