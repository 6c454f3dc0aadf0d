//! The pattern language of the lexicon, and its parser.
//!
//! A pattern is a row of items separated by spaces, matched against the words of one sentence.
//!
//! | item | matches |
//! |---|---|
//! | `decision` | that word, in any case |
//! | `source(s)` | the word with or without the ending |
//! | `weigh~` | every form of the verb: weigh, weighs, weighed, weighing |
//! | `<month>` | a word of that class or set (`classes.toml`), or of that shape (`<capital>`) |
//! | `<month\|number>`, `<!month>` | any of several; a word of none of these classes |
//! | `(a\|b c)`, `(a)?` | one of several rows; an optional row |
//! | `_`, `_3` | exactly one word; up to three words, no punctuation |
//! | `..` | up to forty words or marks, within the sentence |
//! | `^`, `$` | the start and the end of the sentence |
//! | `{ }` | braces enclose the span that is marked; what stands outside is context |

use std::fmt;
use std::ops::Range;

/// One node of a parsed pattern.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// One word or punctuation mark, lower case.
    Word(String),
    /// A word of one of these classes, or, when the flag is set, of none of them.
    Class(Vec<String>, bool),
    /// Any one word, not punctuation.
    Any,
    /// Up to this many tokens; with the flag, punctuation counts too.
    Gap(u8, bool),
    /// The start of the sentence.
    Start,
    /// The end of the sentence.
    End,
    /// One after another.
    Row(Vec<Node>),
    /// One of several.
    Choice(Vec<Node>),
    /// Present or absent.
    Optional(Box<Node>),
}

/// A pattern split at its braces; without braces everything is span.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Context before the span.
    pub before: Node,
    /// The span to mark.
    pub span: Node,
    /// Context after the span.
    pub after: Node,
}

/// Why a pattern cannot be used, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, as a clause.
    pub message: String,
    /// The bytes of the pattern that are at fault.
    pub at: Range<usize>,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

/// How far `..` reaches, in tokens.
const REACH: u8 = 40;

/// Parses a pattern.
///
/// # Errors
/// A message that names the fault and the place it is in.
pub fn parse(source: &str) -> Result<Pattern, Fault> {
    let braces: Vec<(usize, char)> = source.char_indices().filter(|(_, c)| matches!(c, '{' | '}')).collect();
    let (open, close) = match braces[..] {
        [] => (0, source.len()),
        [(open, '{'), (close, '}')] => (open, close),
        [(open, '{')] => return Err(fault("the brace is not closed", open..open + 1)),
        [(close, _)] => return Err(fault("the brace is not opened", close..close + 1)),
        [_, (at, _), ..] => return Err(fault("one pair of braces, please", at..at + 1)),
    };
    let brace = usize::from(!braces.is_empty());
    Ok(Pattern {
        before: parse_part(source, 0..open)?,
        span: parse_part(source, open + brace..close)?,
        after: parse_part(source, (close + brace).min(source.len())..source.len())?,
    })
}

fn fault(message: impl Into<String>, at: Range<usize>) -> Fault {
    Fault { message: message.into(), at }
}

fn parse_part(source: &str, part: Range<usize>) -> Result<Node, Fault> {
    let mut items = Items { items: lex(&source[part.clone()], part.start).into_iter().peekable(), end: part.end };
    let node = parse_choice(&mut items)?;
    match items.items.next() {
        Some(item) => Err(fault(format!("`{}` was not expected", item.text), item.at)),
        None => Ok(node),
    }
}

/// A word, bracket or bar of a pattern.
struct Item {
    text: String,
    /// Where it stands in the pattern, in bytes.
    at: Range<usize>,
}

struct Items {
    items: std::iter::Peekable<std::vec::IntoIter<Item>>,
    /// Where the part ends.
    end: usize,
}

/// Splits a part of a pattern into brackets, bars and items, separated by spaces. The part begins at byte `offset`.
fn lex(source: &str, offset: usize) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut start = 0;
    let mut in_class = false;
    let mut in_ending = false;
    let mut push = |start: usize, end: usize| {
        if start < end {
            items.push(Item { text: source[start..end].to_owned(), at: offset + start..offset + end });
        }
    };
    for (at, c) in source.char_indices() {
        let next = at + c.len_utf8();
        in_class = (in_class || c == '<') && c != '>';
        if in_ending {
            in_ending = c != ')';
        } else if in_class || (c == '?' && start == at && source[..at].ends_with(')')) {
            // `)?` was pushed with its bracket.
            start = if c == '?' && !in_class { next } else { start };
        } else if c == '(' && start < at {
            in_ending = true;
        } else if matches!(c, '(' | ')' | '|') || c.is_whitespace() {
            push(start, at);
            let optional = c == ')' && source[next..].starts_with('?');
            push(if c.is_whitespace() { next } else { at }, next + usize::from(optional));
            start = next;
        }
    }
    push(start, source.len());
    items
}

fn parse_choice(items: &mut Items) -> Result<Node, Fault> {
    let mut rows = vec![parse_row(items)?];
    while items.items.next_if(|item| item.text == "|").is_some() {
        rows.push(parse_row(items)?);
    }
    Ok(if rows.len() == 1 { rows.remove(0) } else { Node::Choice(rows) })
}

fn parse_row(items: &mut Items) -> Result<Node, Fault> {
    let mut row = Vec::new();
    while let Some(item) = items.items.next_if(|item| item.text != "|" && !item.text.starts_with(')')) {
        if item.text == "(" {
            let group = parse_choice(items)?;
            match items.items.next() {
                Some(end) if end.text == ")" => row.push(group),
                Some(end) if end.text == ")?" => row.push(Node::Optional(Box::new(group))),
                _ => return Err(fault("the bracket is not closed", item.at.start..items.end)),
            }
        } else {
            row.push(parse_item(&item.text).map_err(|message| fault(message, item.at))?);
        }
    }
    Ok(if row.len() == 1 { row.remove(0) } else { Node::Row(row) })
}

/// Returns true if the text has no character with a meaning in the pattern language.
fn plain(word: &str) -> bool {
    !word.is_empty() && !word.contains(['(', ')', '<', '>', '~', '?', '^', '$', '_', '|'])
}

fn parse_item(item: &str) -> Result<Node, String> {
    if let Some(class) = item.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
        let (names, none_of) = class.strip_prefix('!').map_or((class, false), |names| (names, true));
        return Ok(Node::Class(names.split('|').map(str::to_owned).collect(), none_of));
    }
    if let Some(verb) = item.strip_suffix('~').filter(|verb| plain(verb)) {
        return Ok(Node::Choice(super::super::inflection::verb(verb).into_iter().map(Node::Word).collect()));
    }
    if let Some((stem, ending)) =
        item.strip_suffix(')').and_then(|rest| rest.split_once('(')).filter(|(stem, ending)| plain(stem) && plain(ending))
    {
        return Ok(Node::Choice(vec![Node::Word(stem.into()), Node::Word(format!("{stem}{ending}"))]));
    }
    match item {
        "^" => Ok(Node::Start),
        "$" => Ok(Node::End),
        "_" => Ok(Node::Any),
        ".." => Ok(Node::Gap(REACH, true)),
        _ if item.starts_with('_') => item[1..]
            .parse()
            .map(|most| Node::Gap(most, false))
            .map_err(|_| format!("`{item}`: a number up to {} must follow `_`", u8::MAX)),
        _ if item.ends_with('?') && item.len() > 1 => Err(format!("`{item}`: write `({})?`", &item[..item.len() - 1])),
        _ if item.chars().any(char::is_uppercase) => Err(format!("`{item}`: patterns are written in lower case")),
        _ if item.chars().count() > 1 && !plain(item) || item.len() > 2 && item.contains("..") => Err(format!("`{item}` is no word")),
        _ => Ok(Node::Word(item.to_owned())),
    }
}
