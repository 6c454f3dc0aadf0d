//! Ways in: bytes of a file or the HTML of a paste or page into the plain text that the engine reads. Pure, and it
//! cannot fail on any input but what it names.

mod decode;
mod inert;
mod page;
mod reader;
#[cfg(not(target_arch = "wasm32"))]
mod soup;
mod tidy;

pub use decode::{LARGEST, Unreadable, decode, is_html};
pub use inert::inert;
pub use page::{Builder, Page};
pub use reader::{article, fragment};
#[cfg(not(target_arch = "wasm32"))]
pub use soup::parse;
pub use tidy::tidy;
