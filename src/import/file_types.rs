//! The types of files that are read as articles. The command searches folders for them, the page offers them in the file picker, and
//! `src/ui/manifest.json` registers the installed page for them.

/// The file name extensions of plain text, in lower case and without the dot.
pub const TEXT_EXTENSIONS: [&str; 3] = ["txt", "text", "md"];

/// The file name extensions of web pages, in lower case and without the dot.
pub const HTML_EXTENSIONS: [&str; 3] = ["html", "htm", "xhtml"];

/// Returns the extension of a file name in lower case, without the dot; empty if there is none.
#[must_use]
pub fn extension(name: &str) -> String {
    name.rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_ascii_lowercase())
}

/// Returns true if a file of this name is read as an article, by its extension.
#[must_use]
pub fn is_article(name: &str) -> bool {
    let extension = extension(name);
    TEXT_EXTENSIONS.contains(&extension.as_str()) || HTML_EXTENSIONS.contains(&extension.as_str())
}

/// Returns true if a file is a web page, by its name or by its first characters.
#[must_use]
pub fn is_html(name: &str, text: &str) -> bool {
    let start: String = text.trim_start().chars().take(15).collect::<String>().to_ascii_lowercase();
    HTML_EXTENSIONS.contains(&extension(name).as_str()) || start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// Returns the value of an `accept` attribute for articles and for files with other extensions.
#[must_use]
pub fn accept_attribute(other_extensions: &[&str]) -> String {
    let extensions = TEXT_EXTENSIONS.iter().chain(&HTML_EXTENSIONS).chain(other_extensions);
    let extensions: Vec<String> = extensions.map(|extension| format!(".{extension}")).collect();
    format!("{},text/plain,text/html", extensions.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_recognised_by_their_extension() {
        for name in ["a.txt", "a.b.TEXT", "a.md", "a.html", "a.HTM", "a.xhtml"] {
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
        assert!(!is_html("html", "It may rain."));
    }

    #[test]
    fn the_file_picker_accepts_articles_and_other_files() {
        assert_eq!(accept_attribute(&["json"]), ".txt,.text,.md,.html,.htm,.xhtml,.json,text/plain,text/html");
    }
}
