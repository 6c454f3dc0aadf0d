//! HTML from a file into a [`Page`], where no browser is at hand. Ends that authors leave out are put in.

use super::page::{Builder, Page};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// Elements whose beginning ends a paragraph.
const ENDS_PARAGRAPH: [&str; 30] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
    "li",
    "dialog",
];

/// Reads a page.
#[must_use]
pub fn parse(html: &str) -> Page {
    let mut builder = Builder::default();
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if ENDS_PARAGRAPH.contains(&name.as_str()) {
                    end_paragraph(&mut builder);
                }
                if (name == "li" && builder.innermost() == "li")
                    || (matches!(name.as_str(), "td" | "th") && matches!(builder.innermost(), "td" | "th"))
                {
                    builder.close();
                }
                builder.open(&name, |attribute| {
                    tag.attributes.get(attribute.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
                });
                if tag.self_closing && builder.innermost() == name {
                    builder.close();
                }
            }
            Token::EndTag(tag) => builder.close_tag(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => builder.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    builder.finish()
}

fn end_paragraph(builder: &mut Builder) {
    if builder.innermost() == "p" {
        builder.close();
    }
}
