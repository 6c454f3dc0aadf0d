//! Converts the bytes of a file, or the HTML of a page or a paste, to the plain text that the engine reads. The functions are
//! pure; their only errors are those of [`Unreadable`].

mod article_finder;
mod aside_names;
mod asides;
mod decode;
mod entity;
mod extract;
mod file_types;
mod headline;
#[cfg(not(target_arch = "wasm32"))]
mod html_parser;
mod inert;
mod located_text;
mod mail;
mod markdown_text;
mod markup;
mod mhtml;
mod mime;
mod page_tree;
mod tidy;

pub use decode::{LARGEST, Unreadable, decode_with};
#[cfg(not(target_arch = "wasm32"))]
pub use decode::{decode, to_text};
pub use entity::without_references;
pub use extract::{Extract, extract, extract_fragment};
pub use file_types::{
    HTML_EXTENSIONS, MAIL_EXTENSIONS, TEXT_EXTENSIONS, accept_attribute, extension, is_archive, is_article, is_html, is_mail, is_markdown,
};
#[cfg(not(target_arch = "wasm32"))]
pub use html_parser::parse;
pub use inert::inert;
pub use located_text::{LocatedText, Run, located_article, located_fragment};
pub use mail::{Mail, read_mail};
pub use markdown_text::markdown;
pub use markup::Markup;
pub use mhtml::page_of_archive;
pub use page_tree::{Builder, Page};
pub use tidy::{tidy, whole};
