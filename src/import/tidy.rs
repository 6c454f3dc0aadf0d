//! Converts a page, or a part of one, to plain text: empty lines between paragraphs, `•` or a number before list items, `>` before
//! quotations. Menus, captions, scripts and hidden parts are dropped.

use super::page_tree::{Node, Page, is_inline};

/// Elements that hold no text for readers.
const SILENT: [&str; 23] = [
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video", "picture", "map",
    "button", "input", "select", "textarea", "label", "menu", "head", "title", "datalist",
];
/// Elements whose text stands beside the article. The whole page has it too.
const BESIDE: [&str; 7] = ["nav", "aside", "footer", "figure", "figcaption", "caption", "dialog"];

/// Returns the text of a whole page or a fragment.
#[must_use]
pub fn tidy(page: &Page) -> String {
    text_of(page, &|number| is_dropped(&page.nodes[number]))
}

/// Returns all text of a page that its readers see, also what stands beside the article.
#[must_use]
pub fn whole(page: &Page) -> String {
    let unseen = |node: &Node| node.hidden || node.tag == "nav" || SILENT.contains(&node.tag.as_str());
    text_of(page, &|number| unseen(&page.nodes[number]))
}

/// Returns true if the content of a node is dropped.
pub(super) fn is_dropped(node: &Node) -> bool {
    node.hidden || SILENT.contains(&node.tag.as_str()) || BESIDE.contains(&node.tag.as_str())
}

/// Returns the text of a page without the nodes for which `skip` returns true.
fn text_of(page: &Page, skip: &dyn Fn(usize) -> bool) -> String {
    text_with_nodes(page, skip).0
}

/// Returns the text of a page without the nodes for which `skip` returns true, and the text nodes that it was read from, in its order.
pub(super) fn text_with_nodes(page: &Page, skip: &dyn Fn(usize) -> bool) -> (String, Vec<usize>) {
    let mut writer = Writer::default();
    let mut nodes = Vec::new();
    let mut number = 0;
    while number < page.nodes.len() {
        writer.close_before(number);
        let node = &page.nodes[number];
        if skip(number) {
            number = node.end;
            // The words before and after a part stay separate; letters before hidden ones do not.
            if !is_inline(&node.tag) {
                writer.space();
            }
            continue;
        }
        if node.tag.is_empty() {
            writer.text(&node.text);
            nodes.push(number);
        } else {
            writer.open(node);
        }
        number += 1;
    }
    writer.close_before(usize::MAX);
    writer.flush();
    (writer.blocks.join("\n\n"), nodes)
}

/// An open element.
struct Open {
    /// The index after its last descendant.
    end: usize,
    is_block: bool,
    is_block_quotation: bool,
    is_inline_quotation: bool,
    list: Option<ListStyle>,
}

/// What stands before the items of a list.
enum ListStyle {
    Bullets,
    /// Numbers; this is the next one.
    Numbers(u32),
}

/// Collects the blocks of the text.
#[derive(Default)]
struct Writer {
    /// The finished blocks.
    blocks: Vec<String>,
    /// The text of the current block.
    line: String,
    /// The bullet or number before the next block.
    prefix: String,
    open: Vec<Open>,
    /// The index after the current `pre` element, in which line breaks are kept; 0 outside.
    pre_end: usize,
    /// The number of open block quotations.
    quotations: usize,
}

impl Writer {
    fn open(&mut self, node: &Node) {
        let block = !is_inline(&node.tag);
        if block && !matches!(node.tag.as_str(), "td" | "th") {
            self.flush();
        }
        match node.tag.as_str() {
            "br" => self.line.push('\n'),
            "td" | "th" if !self.line.trim().is_empty() => self.line.push_str(" | "),
            "li" => self.item(),
            "q" => self.line.push('“'),
            "pre" => self.pre_end = node.end,
            _ if node.item => "• ".clone_into(&mut self.prefix),
            _ => {}
        }
        let list = match node.tag.as_str() {
            "ul" => Some(ListStyle::Bullets),
            "ol" => Some(ListStyle::Numbers(node.start)),
            _ => None,
        };
        let is_block_quotation = node.tag == "blockquote";
        let is_cell = matches!(node.tag.as_str(), "td" | "th");
        self.quotations += usize::from(is_block_quotation);
        if node.tag != "br" {
            let (is_block, is_inline_quotation) = (block && !is_cell, node.tag == "q");
            self.open.push(Open { end: node.end, is_block, is_block_quotation, is_inline_quotation, list });
        }
    }

    /// Closes the elements that end before a node.
    fn close_before(&mut self, number: usize) {
        while self.open.last().is_some_and(|open| open.end <= number) {
            if self.open.last().is_some_and(|open| open.is_block) {
                self.flush();
                self.prefix.clear();
            }
            if let Some(open) = self.open.pop() {
                self.quotations -= usize::from(open.is_block_quotation);
                self.line.extend(open.is_inline_quotation.then_some('”'));
            }
        }
        if self.pre_end <= number {
            self.pre_end = 0;
        }
    }

    /// Sets the prefix of a list item.
    fn item(&mut self) {
        self.prefix = match self.open.iter_mut().rev().find_map(|open| open.list.as_mut()) {
            Some(ListStyle::Numbers(number)) => {
                *number = number.saturating_add(1);
                format!("{}. ", *number - 1)
            }
            _ => "• ".to_owned(),
        };
    }

    /// Adds text. White space becomes single spaces, except line breaks in `pre`; invisible characters are dropped.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
                '\n' if self.pre_end > 0 => self.line.push('\n'),
                _ if c.is_whitespace() => self.space(),
                _ => self.line.push(c),
            }
        }
    }

    fn space(&mut self) {
        if !self.line.is_empty() && !self.line.ends_with([' ', '\n']) {
            self.line.push(' ');
        }
    }

    /// Ends the current block. Two line breaks in it divide it into several.
    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let quoted = self.quotations > 0;
        for block in line.split("\n\n") {
            let lines: Vec<&str> = block.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            if lines.is_empty() {
                continue;
            }
            let prefix = std::mem::take(&mut self.prefix);
            let (start, next) = if quoted { (format!("> {prefix}"), "\n> ") } else { (prefix, "\n") };
            self.blocks.push(format!("{start}{}", lines.join(next)));
        }
    }
}
