//! Checks that the strings of the page are in `src/wording` only, and that `index.html` has the same introduction.

mod source_files;

use source_files::{folder, rust_files};

#[test]
fn the_page_has_no_strings_of_its_own() {
    // Names of keys and types of dragged data.
    let keys = ["Escape", "Enter", "Delete", "Backspace", "Home", "End", "Files"];
    for path in rust_files(&folder("src/ui")) {
        let code = std::fs::read_to_string(&path).expect("source can be read");
        for (number, line) in
            code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//") && !line.contains("reason = "))
        {
            for literal in line.split('"').skip(1).step_by(2) {
                let wording = literal.split_once(' ').is_some_and(|(first, _)| first.starts_with(|c: char| c.is_ascii_uppercase()))
                    || (literal.len() > 1 && literal.starts_with(|c: char| c.is_ascii_uppercase()));
                let key = keys.contains(&literal)
                    || literal.starts_with("Arrow")
                    || literal.starts_with("Page")
                    || literal.starts_with("M{")
                    || literal.starts_with("M-")
                    || literal.starts_with("M0");
                assert!(!wording || key, "{}:{}: “{literal}” belongs to src/wording", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn the_static_page_has_the_introduction_of_the_program() {
    use caveat_lector::wording::page;
    let html = std::fs::read_to_string(folder("index.html")).expect("the page can be read");
    let body = html.split_once("<body>").expect("a body").1;
    let words: String = body.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect();
    let introduction = [
        page::INTRODUCTION_MARKS,
        page::DOES_NOT_KNOW,
        page::INTRODUCTION_HEDGED,
        page::WILL_NOT_SAY,
        page::INTRODUCTION_UNNAMED,
        page::HAS_NOT_DECIDED,
        page::INTRODUCTION_OPEN,
    ]
    .concat();
    assert!(words.contains(page::INTRODUCTION) && words.contains(&introduction), "index.html has another introduction: {words}");
}
