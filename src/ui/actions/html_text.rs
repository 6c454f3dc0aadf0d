//! The text of HTML that is pasted, dropped, opened or shared.

use crate::browser::clock::today;
use crate::browser::parsed_html::{Event, Head, walk};
use crate::import::{Builder, Extract, LARGEST, Page, extract, extract_fragment, inert};
use crate::reading::Provenance;
use web_sys::DataTransfer;

/// The text of a rich paste; `None` if it has no HTML or no text in it.
pub fn pasted_text(data: &DataTransfer) -> Option<Extract> {
    let html = data.get_data("text/html").ok().filter(|html| !html.is_empty() && html.len() <= LARGEST)?;
    text_of_part(&html).map(|(extract, _)| extract)
}

/// The article of a whole web page, and what the page says of itself; `None` if there is no text.
pub fn text_of_page(html: &str) -> Option<(Extract, Provenance)> {
    taken(html, extract)
}

/// The text of a selected part of a web page, and what the page says of itself; `None` if there is none.
pub fn text_of_part(html: &str) -> Option<(Extract, Provenance)> {
    taken(html, extract_fragment)
}

fn taken(html: &str, take: impl Fn(&Page) -> Extract) -> Option<(Extract, Provenance)> {
    let (page, head) = parse(html)?;
    Some((take(&page), provenance(head))).filter(|(extract, _)| !extract.text.trim().is_empty())
}

/// Where a page comes from that the reader brings in today.
fn provenance(head: Head) -> Provenance {
    Provenance { title: head.title, outlet: head.site, address: head.canonical, read: today() }.tidied()
}

fn parse(html: &str) -> Option<(Page, Head)> {
    let mut builder = Builder::default();
    let handle = |event: Event<'_>| match event {
        Event::Title(title) => builder.title(&title),
        // `inert` has renamed the style attribute, which the Content-Security-Policy would report.
        Event::Open(tag, element) => builder.open(tag, |name| element.get_attribute(if name == "style" { "data-style" } else { name })),
        Event::Text(text) => builder.text(&text),
        Event::Close(tag) => builder.close_tag(tag),
    };
    let head = walk(&inert(html), handle).ok()?;
    Some((builder.finish(), head))
}
