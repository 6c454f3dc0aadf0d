//! Converts the bytes of a file, or the HTML of a page or a paste, to the plain text that the engine reads. The functions are
//! pure; their only errors are those of [`Unreadable`].

mod decode;
#[cfg(not(target_arch = "wasm32"))]
mod html_parser;
mod inert;
mod page_tree;
mod reader;
mod tidy;

#[cfg(not(target_arch = "wasm32"))]
pub use decode::decode;
pub use decode::{LARGEST, Unreadable, decode_with, is_html};
#[cfg(not(target_arch = "wasm32"))]
pub use html_parser::parse;
pub use inert::inert;
pub use page_tree::{Builder, Page};
pub use reader::{article, fragment};
pub use tidy::tidy;
