//! A page, or a part of one, into plain text: paragraphs divided by empty lines, `•` and numbers before the items of
//! lists, `>` before quotations. What readers do not read is dropped.

use super::page_tree::{Node, Page};

/// Elements whose inside is no text to read.
const DROPPED: [&str; 30] = [
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "embed",
    "svg",
    "math",
    "canvas",
    "audio",
    "video",
    "picture",
    "map",
    "button",
    "input",
    "select",
    "textarea",
    "label",
    "nav",
    "aside",
    "footer",
    "figure",
    "figcaption",
    "caption",
    "menu",
    "dialog",
    "head",
    "title",
    "datalist",
];

/// Elements that flow with the text around them; all others begin a new line.
const INLINE: [&str; 41] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "mark", "o:p", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr", "nobr", "output", "slot",
];

/// The text of a whole page or a fragment.
#[must_use]
pub fn tidy(page: &Page) -> String {
    text_of(page, 0..page.nodes.len(), &|_| false)
}

/// Whether an element flows with the text around it.
pub(super) fn is_inline(tag: &str) -> bool {
    INLINE.contains(&tag) || tag.contains([':', '-'])
}

/// Whether readers do not read what is in it.
pub(super) fn is_dropped(node: &Node) -> bool {
    node.hidden || DROPPED.contains(&node.tag.as_str())
}

/// The text of some nodes, without those that `skip` names.
pub(super) fn text_of(page: &Page, nodes: std::ops::Range<usize>, skip: &dyn Fn(usize) -> bool) -> String {
    let mut writer = Writer::default();
    let mut number = nodes.start;
    while number < nodes.end {
        writer.close_before(number);
        let node = &page.nodes[number];
        if is_dropped(node) || skip(number) {
            number = node.end;
            // Words on both sides of something dropped stay two words.
            writer.space();
            continue;
        }
        if node.tag.is_empty() {
            writer.text(&node.text);
        } else {
            writer.open(node);
        }
        number += 1;
    }
    writer.close_before(usize::MAX);
    writer.flush();
    writer.blocks.join("\n\n")
}

/// An element that is open while the text is written.
struct Open {
    end: usize,
    block: bool,
    quotation: bool,
    words: bool,
    list: Option<Numbers>,
}

/// How the items of a list are told apart.
enum Numbers {
    Bullets,
    /// The number of the next item.
    From(u32),
}

#[derive(Default)]
struct Writer {
    blocks: Vec<String>,
    line: String,
    /// What the next block begins with.
    prefix: String,
    open: Vec<Open>,
    kept_lines: usize,
    /// How many quotations are open.
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
            "pre" => self.kept_lines = node.end,
            _ if node.item => "• ".clone_into(&mut self.prefix),
            _ => {}
        }
        let list = match node.tag.as_str() {
            "ul" => Some(Numbers::Bullets),
            "ol" => Some(Numbers::From(node.start)),
            _ => None,
        };
        let (quotation, words) = (node.tag == "blockquote", node.tag == "q");
        let cell = matches!(node.tag.as_str(), "td" | "th");
        self.quotations += usize::from(quotation);
        if node.tag != "br" {
            self.open.push(Open { end: node.end, block: block && !cell, quotation, words, list });
        }
    }

    /// What ends before this node is closed.
    fn close_before(&mut self, number: usize) {
        while self.open.last().is_some_and(|open| open.end <= number) {
            if self.open.last().is_some_and(|open| open.block) {
                self.flush();
                self.prefix.clear();
            }
            if let Some(open) = self.open.pop() {
                self.quotations -= usize::from(open.quotation);
                self.line.extend(open.words.then_some('”'));
            }
        }
        if self.kept_lines <= number {
            self.kept_lines = 0;
        }
    }

    fn item(&mut self) {
        self.prefix = match self.open.iter_mut().rev().find_map(|open| open.list.as_mut()) {
            Some(Numbers::From(number)) => {
                *number = number.saturating_add(1);
                format!("{}. ", *number - 1)
            }
            _ => "• ".to_owned(),
        };
    }

    /// Text with its white space made single spaces; in `pre` lines stay.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
                '\n' if self.kept_lines > 0 => self.line.push('\n'),
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

    /// The block ends; two line breaks divide it.
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
