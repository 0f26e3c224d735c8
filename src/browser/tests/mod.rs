//! Tests of the adapters in a real browser: its storage, its databases, its address.

mod address;
mod archive;
mod crash;
mod faults;
mod intl;
mod local;
mod moment;
