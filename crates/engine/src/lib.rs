//! The pure core of Invigil: no browser, no clock, no randomness, no I/O.
