//! Web and mail addresses, file names, handles and hashtags: each is one token without a meaning.

/// The longest name of a domain or file type, in bytes.
const LONGEST_ENDING: usize = 6;

/// Returns where the address ends that begins at `start`, if one does. Nothing that could belong to it may stand before it.
pub(super) fn address_end(text: &str, start: usize, limit: usize) -> Option<usize> {
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| !(c.is_whitespace() || is_edge(c))) {
        return None;
    }
    let rest = &text[start..limit];
    let chunk = chunk(rest);
    let is_address = is_web(chunk) || is_mail(chunk) || is_tag(chunk) || is_file(chunk) || is_path(chunk) || is_identifier(chunk);
    let whole = if is_web(chunk) { with_brackets(rest, chunk.len()) } else { chunk };
    is_address.then_some(start + whole.len())
}

/// Brackets, quotation marks and others that enclose addresses.
fn is_edge(c: char) -> bool {
    matches!(
        c,
        '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' | '|' | '*' | '`' | '—' | '…'
    )
}

/// Returns the characters up to white space or an edge, without the punctuation at their end.
fn chunk(rest: &str) -> &str {
    let end = rest.find(|c: char| c.is_whitespace() || is_edge(c)).unwrap_or(rest.len());
    rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '-', '–'])
}

/// Returns an address with the brackets that belong to it: `https://harbour.example/May_(month)`.
fn with_brackets(rest: &str, end: usize) -> &str {
    let inside =
        rest[end..].strip_prefix('(').and_then(|inside| inside.find([')', ' ', '\n', '(']).filter(|at| inside[*at..].starts_with(')')));
    &rest[..end + inside.map_or(0, |length| length + 2)]
}

/// `https://harbour.example`, `www.harbour.example`, `harbour.example/ferry`.
fn is_web(chunk: &str) -> bool {
    let scheme = chunk.split_once("://").is_some_and(|(name, rest)| !rest.is_empty() && is_name(name));
    let host = chunk.split_once(['/', '?', '#']).map_or("", |(host, _)| host);
    scheme || chunk.starts_with("www.") || chunk.starts_with("mailto:") || (host.contains('.') && is_domain(host))
}

/// `lena@harbour.example`, `@lena`, `@lena@harbour.example`.
fn is_mail(chunk: &str) -> bool {
    let handle = chunk.strip_prefix('@').is_some_and(|name| name.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
    handle || chunk.split_once('@').is_some_and(|(who, at)| !who.is_empty() && at.contains('.') && is_domain(at))
}

/// `#may`, but not `#1`.
fn is_tag(chunk: &str) -> bool {
    chunk
        .strip_prefix('#')
        .is_some_and(|tag| tag.contains(char::is_alphabetic) && tag.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// `draft-plan.pdf`, `plans/draft.pdf`, `could-be.harbour.example`: marks inside, and an ending.
fn is_file(chunk: &str) -> bool {
    let Some((name, ending)) = chunk.rsplit_once('.') else { return false };
    let letters = ending.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        || (ending.len() > 1 && ending.bytes().all(|byte| byte.is_ascii_uppercase()));
    let named = name.contains(|c: char| c.is_ascii_alphabetic()) && name.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let joined = name.contains(['-', '_', '/', '\\']) || FILES.contains(&ending.to_ascii_lowercase().as_str());
    named && joined && letters && (1..=LONGEST_ENDING).contains(&ending.len()) && ending.contains(|c: char| c.is_ascii_alphabetic())
}

/// The endings of file names that are recognised without a mark in the name.
const FILES: [&str; 28] = [
    "pdf", "doc", "docx", "xls", "xlsx", "csv", "txt", "ppt", "pptx", "zip", "jpg", "jpeg", "png", "gif", "mp3", "mp4", "html", "htm",
    "php", "exe", "json", "xml", "odt", "rtf", "com", "org", "net", "gov",
];

/// `/home/lena/draft`, `C:\plans`, `~/plans`, `r/ferries`.
fn is_path(chunk: &str) -> bool {
    let rooted = chunk.strip_prefix(['/', '~']).is_some_and(|path| path.trim_start_matches('/').contains('/'));
    let drive = chunk.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) && chunk[1..].starts_with(":\\");
    let forum = ["r/", "u/"].iter().any(|start| chunk.strip_prefix(start).is_some_and(is_name));
    rooted || drive || forum
}

/// `could_be`.
fn is_identifier(chunk: &str) -> bool {
    chunk.contains('_')
        && chunk.split('_').filter(|part| part.contains(char::is_alphanumeric)).count() > 1
        && is_name(chunk)
        && !chunk.starts_with('_')
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// Labels of letters, digits and hyphens with full stops between them; the last has letters of one case.
fn is_domain(host: &str) -> bool {
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    let last = host.rsplit('.').next().unwrap_or_default();
    let one_case = last.chars().all(char::is_lowercase) || last.chars().all(char::is_uppercase);
    host.split('.').all(label) && last.chars().count() > 1 && one_case
}
