//! The chance of passing, from first answers alone.
