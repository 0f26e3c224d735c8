//! The authoring side of a question bank.
