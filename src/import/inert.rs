//! Removes from HTML what the Content-Security-Policy would report when the browser parses it: style sheets, scripts, and
//! attributes with style or code. None of it would take effect; this only avoids the reports.

/// Removes `style` and `script` elements and puts `data-` before the names of the attributes `style` and `on...`.
#[must_use]
pub fn inert(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 64);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = if rest.starts_with("<!--") {
            rest.find("-->").map_or(rest.len(), |end| end + 3)
        } else if let Some(name) = ["script", "style"].into_iter().find(|name| begins(&rest[1..], name)) {
            // The element is removed with its content.
            let end = find_end(rest, name).unwrap_or(rest.len());
            rest = rest[end..].find('>').map_or("", |after| &rest[end + after + 1..]);
            continue;
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            rest = tag(rest, &mut out);
            continue;
        } else {
            1
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out + rest
}

/// Returns true if a text begins with a name, in any case.
fn begins(rest: &str, name: &str) -> bool {
    rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

/// Returns the start of the first end tag of that name.
fn find_end(html: &str, name: &str) -> Option<usize> {
    html.match_indices("</").map(|(at, _)| at).find(|at| begins(&html[at + 2..], name))
}

/// Copies one tag to `out` and returns the rest.
fn tag<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let name_end = rest[1..].find(|c: char| !c.is_alphanumeric() && c != '/').map_or(rest.len(), |end| end + 1);
    let name = &rest[..name_end];
    out.push_str(name);
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in rest[name_end..].char_indices() {
        let here = &rest[name_end + at..];
        match (quote, c) {
            (None, '>') => {
                out.push('>');
                return &here[1..];
            }
            (None, '"' | '\'') if before == '=' => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            (None, _)
                if (before.is_whitespace() || before == '/' || before == '"' || before == '\'')
                    && (begins(here, "style") || begins(here, "on")) =>
            {
                out.push_str("data-");
            }
            _ => {}
        }
        out.push(c);
        before = if c.is_whitespace() && before == '=' { '=' } else { c };
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(inert(html), expected);
    }

    #[test]
    fn styles_and_handlers_are_renamed() {
        check("<p STYLE='a>b' onclick=\"x\">a style=1 < b</p>", "<p data-STYLE='a>b' data-onclick=\"x\">a style=1 < b</p>");
        check("<style media=x>p::after{content:'<a'}<!-- {}</STYLE ><b>c</b>", "<b>c</b>");
        check("<!-- <style> --><script>if (a<b) '</p style=1>'</script>é", "<!-- <style> -->é");
        check("<img src=x\nonerror=a><a title= \"on style\">", "<img src=x\ndata-onerror=a><a title= \"on style\">");
        check("<p style", "<p data-style");
        check("a <", "a <");
    }
}
