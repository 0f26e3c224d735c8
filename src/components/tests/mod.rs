//! Tests of the parts of pages, shown in a real document.

mod around;
mod element;
mod pictures;
mod rich_text;
mod siblings;
