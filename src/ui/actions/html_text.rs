//! The text of HTML that is pasted, dropped, opened or shared.

use crate::browser::parsed_html::{Event, walk};
use crate::import::{Builder, Extract, LARGEST, Page, extract, extract_fragment, inert};
use web_sys::DataTransfer;

/// The text of a rich paste; `None` if it has no HTML or no text in it.
pub fn pasted_text(data: &DataTransfer) -> Option<Extract> {
    let html = data.get_data("text/html").ok().filter(|html| !html.is_empty() && html.len() <= LARGEST)?;
    text_of_fragment(&html)
}

/// The text of a selected part of a web page; `None` if there is none.
pub fn text_of_fragment(html: &str) -> Option<Extract> {
    parse(html).map(|page| extract_fragment(&page)).filter(|extract| !extract.text.trim().is_empty())
}

/// The article of a whole web page; `None` if there is no text.
pub fn text_of_page(html: &str) -> Option<Extract> {
    parse(html).map(|page| extract(&page)).filter(|extract| !extract.text.trim().is_empty())
}

fn parse(html: &str) -> Option<Page> {
    let mut builder = Builder::default();
    let handle = |event: Event<'_>| match event {
        Event::Title(title) => builder.title(&title),
        // `inert` has renamed the style attribute, which the Content-Security-Policy would report.
        Event::Open(tag, element) => builder.open(tag, |name| element.get_attribute(if name == "style" { "data-style" } else { name })),
        Event::Text(text) => builder.text(&text),
        Event::Close(tag) => builder.close_tag(tag),
    };
    walk(&inert(html), handle).ok()?;
    Some(builder.finish())
}
