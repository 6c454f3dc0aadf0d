//! The types of files that are read as articles. The command searches folders for them, the page offers them in the file picker, and
//! `src/ui/manifest.json` registers the installed page for them.

/// The file name extensions of plain text, in lower case and without the dot.
pub const TEXT_EXTENSIONS: [&str; 4] = ["txt", "text", "md", "markdown"];

/// The file name extensions of web pages, in lower case and without the dot.
pub const HTML_EXTENSIONS: [&str; 5] = ["html", "htm", "xhtml", "mhtml", "mht"];

/// The file name extensions of mails, in lower case and without the dot.
pub const MAIL_EXTENSIONS: [&str; 1] = ["eml"];

/// Returns the extension of a file name in lower case, without the dot; empty if there is none.
#[must_use]
pub fn extension(name: &str) -> String {
    name.rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_ascii_lowercase())
}

/// Returns true if a file of this name is read as an article, by its extension.
#[must_use]
pub fn is_article(name: &str) -> bool {
    let extension = extension(name);
    TEXT_EXTENSIONS.iter().chain(&HTML_EXTENSIONS).chain(&MAIL_EXTENSIONS).any(|known| *known == extension)
}

/// Returns true if a file is a web page, by its name or by its first characters.
#[must_use]
pub fn is_html(name: &str, text: &str) -> bool {
    HTML_EXTENSIONS.contains(&extension(name).as_str()) || begins_with_tag(text)
}

/// Returns true if a file is Markdown, by its name.
#[must_use]
pub fn is_markdown(name: &str) -> bool {
    ["md", "markdown"].contains(&extension(name).as_str())
}

/// Returns true if a file is a web archive, by its name.
#[must_use]
pub fn is_archive(name: &str) -> bool {
    ["mhtml", "mht"].contains(&extension(name).as_str())
}

/// Returns true if a file is a mail, by its name.
#[must_use]
pub fn is_mail(name: &str) -> bool {
    MAIL_EXTENSIONS.contains(&extension(name).as_str())
}

/// Elements with which saved pages and parts of them begin.
const FIRST_TAGS: [&str; 24] = [
    "html",
    "head",
    "body",
    "article",
    "main",
    "section",
    "header",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "meta",
    "title",
    "link",
    "style",
    "script",
    "table",
    "ul",
    "ol",
    "blockquote",
    "figure",
    "span",
    "center",
];

/// Returns true if HTML begins a text, after comments, declarations and white space.
pub(super) fn begins_with_tag(text: &str) -> bool {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    loop {
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?xml") => "?>",
            _ => break,
        };
        let Some((_, behind)) = rest.split_once(end) else { return false };
        rest = behind.trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    let name: String =
        tag.chars().take(14).take_while(|c| !matches!(c, '>' | '/' | '\n' | '\r' | '\t')).collect::<String>().to_ascii_lowercase();
    let first = name.split(' ').next().unwrap_or_default();
    name.starts_with("!doctype html") || (tag.contains('>') && FIRST_TAGS.contains(&first))
}

/// Returns the value of an `accept` attribute for articles and for files with other extensions.
#[must_use]
pub fn accept_attribute(other_extensions: &[&str]) -> String {
    let extensions = TEXT_EXTENSIONS.iter().chain(&HTML_EXTENSIONS).chain(&MAIL_EXTENSIONS).chain(other_extensions);
    let extensions: Vec<String> = extensions.map(|extension| format!(".{extension}")).collect();
    format!("{},text/plain,text/html", extensions.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_recognised_by_their_extension() {
        for name in ["a.txt", "a.b.TEXT", "a.md", "a.markdown", "a.html", "a.HTM", "a.xhtml", "a.mhtml", "a.EML"] {
            assert!(is_article(name), "{name}");
        }
        for name in ["txt", "a.json", "a.txt.gz", ""] {
            assert!(!is_article(name), "{name}");
        }
    }

    #[test]
    fn web_pages_are_recognised_by_name_or_content() {
        assert!(is_html("a.XHTML", ""));
        assert!(is_html("a.txt", "\n<!DOCTYPE HTML><p>It may rain."));
        assert!(is_html("a", "<HTML lang=en>"));
        for page in [
            "<!-- saved from url=(0014)about:internet -->\r\n<html>",
            "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC>",
            "<?xml version='1.0'?><!-- a --><html xmlns='x'>",
            "<article>It may rain.</article>",
            "\u{feff}<ARTICLE class=a><p>It may rain.",
            "<!-- a --> <!-- b -->\n<body>",
            "<main>\nIt may",
            "<div\nclass=a>It may",
            "<p>It may rain.",
            "<h1>Harbour</h1>",
        ] {
            assert!(is_html("a.txt", page), "{page}");
        }
        for text in
            ["It may rain.", "<Harbour> It may rain.", "<3 it may", "< p > may", "<!-- may", "<?php may ?>", "<p", "<", "", "<rss><item>"]
        {
            assert!(!is_html("html", text), "{text}");
        }
    }

    #[test]
    fn the_file_picker_accepts_articles_and_other_files() {
        assert_eq!(accept_attribute(&["json"]), ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.mhtml,.mht,.eml,.json,text/plain,text/html");
    }
}
