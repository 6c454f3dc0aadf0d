//! The pattern language of the lexicon: what an editor writes, parsed into a tree.
//!
//! A pattern is a row of items separated by spaces, matched against the words of one sentence.
//!
//! | item | matches |
//! |---|---|
//! | `decision` | that word, in any case |
//! | `source(s)` | the word with or without the ending |
//! | `weigh~` | every form of the verb: weigh, weighs, weighed, weighing |
//! | `<month>` | a word of that class (`words.toml`) or of that shape (`<capital>`) |
//! | `<month\|number>`, `<!month>` | any of several; a word that is none of these |
//! | `(a\|b c)`, `(a)?` | one of several rows; an optional row |
//! | `_`, `_3` | exactly one word; up to three words, no punctuation |
//! | `..` | up to forty words or marks, within the sentence |
//! | `^`, `$` | the start and the end of the sentence |
//! | `{ }` | braces enclose the span that is marked; what stands outside is context |

/// One node of a parsed pattern.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// One word or punctuation mark, lower case.
    Word(String),
    /// A word of one of these classes, or, when the flag is set, of none of them.
    Class(Vec<String>, bool),
    /// Any one word, not punctuation.
    Any,
    /// Up to this many tokens; the flag admits punctuation too.
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

/// How far `..` reaches, in tokens.
const REACH: u8 = 40;

/// Parses a pattern.
///
/// # Errors
/// A message that names the fault and the item it is in.
pub fn parse(source: &str) -> Result<Pattern, String> {
    let (before, rest) = source.split_once('{').unwrap_or(("", source));
    let (span, after) = match rest.split_once('}') {
        Some(halves) => halves,
        None if source.contains('{') => return Err("the brace is not closed".into()),
        None => (rest, ""),
    };
    if after.contains(['{', '}']) || before.contains('}') {
        return Err("one pair of braces, please".into());
    }
    Ok(Pattern { before: parse_part(before)?, span: parse_part(span)?, after: parse_part(after)? })
}

fn parse_part(source: &str) -> Result<Node, String> {
    let mut items = lex(source).into_iter().peekable();
    let node = parse_choice(&mut items)?;
    match items.next() {
        Some(item) => Err(format!("`{item}` was not expected")),
        None => Ok(node),
    }
}

/// Splits a pattern into brackets, bars and items; spaces only separate.
fn lex(source: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    let mut item = String::new();
    let mut chars = source.chars().peekable();
    let mut in_class = false;
    while let Some(c) = chars.next() {
        in_class = (in_class || c == '<') && c != '>';
        let ending = c == '(' && !item.is_empty();
        match c {
            _ if in_class => item.push(c),
            _ if ending => {
                item.push(c);
                item.extend(chars.by_ref().take_while(|&c| c != ')'));
                item.push(')');
            }
            '(' | ')' | '|' | ' ' | '\n' => {
                if !item.is_empty() {
                    items.push(std::mem::take(&mut item));
                }
                if c == ')' && chars.peek() == Some(&'?') {
                    chars.next();
                    items.push(")?".into());
                } else if c != ' ' && c != '\n' {
                    items.push(c.into());
                }
            }
            _ => item.push(c),
        }
    }
    if !item.is_empty() {
        items.push(item);
    }
    items
}

type Items = std::iter::Peekable<std::vec::IntoIter<String>>;

fn parse_choice(items: &mut Items) -> Result<Node, String> {
    let mut rows = vec![parse_row(items)?];
    while items.next_if(|item| item == "|").is_some() {
        rows.push(parse_row(items)?);
    }
    Ok(if rows.len() == 1 { rows.remove(0) } else { Node::Choice(rows) })
}

fn parse_row(items: &mut Items) -> Result<Node, String> {
    let mut row = Vec::new();
    while let Some(item) = items.next_if(|item| item != "|" && !item.starts_with(')')) {
        if item == "(" {
            let group = parse_choice(items)?;
            match items.next().as_deref() {
                Some(")") => row.push(group),
                Some(")?") => row.push(Node::Optional(Box::new(group))),
                _ => return Err("a bracket is not closed".into()),
            }
        } else {
            row.push(parse_item(&item)?);
        }
    }
    Ok(if row.len() == 1 { row.remove(0) } else { Node::Row(row) })
}

fn parse_item(item: &str) -> Result<Node, String> {
    if let Some(class) = item.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
        let (names, none_of) = class.strip_prefix('!').map_or((class, false), |names| (names, true));
        return Ok(Node::Class(names.split('|').map(str::to_owned).collect(), none_of));
    }
    if let Some(verb) = item.strip_suffix('~') {
        return Ok(Node::Choice(super::inflect::verb(verb).into_iter().map(Node::Word).collect()));
    }
    if let Some((stem, ending)) = item.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
        return Ok(Node::Choice(vec![Node::Word(stem.into()), Node::Word(format!("{stem}{ending}"))]));
    }
    match item {
        "^" => Ok(Node::Start),
        "$" => Ok(Node::End),
        "_" => Ok(Node::Any),
        ".." => Ok(Node::Gap(REACH, true)),
        _ if item.starts_with('_') => {
            item[1..].parse().map(|most| Node::Gap(most, false)).map_err(|_| format!("`{item}`: a number must follow `_`"))
        }
        _ if item.ends_with('?') && item.len() > 1 => Err(format!("`{item}`: write `({})?`", &item[..item.len() - 1])),
        _ if item.chars().any(char::is_uppercase) => Err(format!("`{item}`: patterns are written in lower case")),
        _ => Ok(Node::Word(item.to_owned())),
    }
}
