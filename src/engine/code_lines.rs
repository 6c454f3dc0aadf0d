//! Lines of program code, settings and queries, which are no text to read.

use regex::Regex;
use std::sync::LazyLock;

/// A line of code by its beginning or its end. Single lines of prose may have such a form, most lines of a text hardly.
static LINE: LazyLock<Regex> = LazyLock::new(|| Regex::new(CODE).expect("the expression is valid"));

const CODE: &str = r"(?x)
    # C, shell and their like
    ^\#\s*(?:include|define|undef|if|ifdef|ifndef|endif|pragma|!)\b | ^\#!
    | ^(?:fi|done|esac|then|else|do|end|begin|try|finally)[:;]?$
    | ^(?:el)?if\s\[ | ^for\s\w+\sin\s.*;\s*do$ | ^(?:echo|export|sudo|source|set)\s[-$A-Z/'\x22]
    # Python and Perl
    | ^(?:from\s[\w.]+\s)?import\s[\w.,*\x20]+$ | ^(?:async\s)?def\s\w+\( | ^class\s\w+[(:]
    | ^(?:if|elif|for|while|with|except)\s.*:$ | ^(?:my|our|local)\s[$@%] | ^(?:use|require)\s[\w:]+.*;$ | ^raise\s\w+\( | ^return\b.*[\w)\]};]$
    # Queries
    | ^(?:SELECT|INSERT\sINTO|CREATE|ALTER|DROP|DELETE\sFROM|FROM|WHERE|GRANT|RETURNS|LANGUAGE|AS)\s
    # Settings
    | ^(?:-\s)?[a-z_][\w.-]{0,40}:(?:\s+\S+)?$ | ^[\w.-]+\s?[:+]?=\s?\S | ^\[{1,2}[a-z][\w.\x22-]*\]{1,2}$
    # Comments, and ends of statements
    | ^(?://|/\*|\*/|;;) | (?:=.*|\)\s*);$ | ^\w+;$ | [{}]$ | [(\[]$ | ^[)\]}]+[,;]?$ | ^['\x22].*['\x22)\]],$";

/// How many lines are read.
const READ: usize = 400;

/// The fewest lines that show it.
const FEWEST: usize = 5;

/// The share of lines of code from which on a text is code, in percent.
const SHARE: usize = 40;

/// Returns true for a text of which many lines are code. Comments that begin with `#` count for neither side.
pub(super) fn is_code(text: &str) -> bool {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("# ")).take(READ);
    let (mut all, mut code) = (0, 0);
    for line in lines {
        all += 1;
        code += usize::from(line.len() < 400 && LINE.is_match(line));
    }
    code >= FEWEST && code * 100 >= all * SHARE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_settings_show_by_their_lines() {
        for code in [
            "import os\nfrom sys import argv\n\nclass May(Base):\n    def could(self, draft):\n        if draft:\n            return draft\n",
            "#!/bin/sh\nset -e\nif [ -f draft ]; then\n  echo \"may fail\"\nelse\n  export PATH=/bin\nfi\n",
            "name: build\non: push\njobs:\n  test:\n    runs-on: linux\n    steps:\n    - uses: checkout\n",
            "CREATE TABLE boats (\n  id int,\n  name text\n);\nSELECT name\nFROM boats\nWHERE id = 3;\n",
            "[package]\nname = \"may\"\nversion = \"0.1\"\n\n[features]\ndraft = []\n",
        ] {
            assert!(is_code(code), "{code}");
        }
    }

    #[test]
    fn prose_is_no_code_however_it_is_wrapped() {
        for text in [
            "The council may close the harbour;\nif it does, the boats\nwill have to import\nfuel from the north, he said.\nFor many in the town, it\nis late.\n",
            "Q: Will it close?\n\nA: It may.\n\nQ: When?\n\nA: In May.\n\nQ: Why?\n\nA: Nobody knows.\n",
            "They agree to act;\nto fund the port;\nto open the harbour;\nto share the cost; and\nto meet again;\n",
            "* The council may close\n* The mayor may go\n* The port may shut\n* It may rain\n* He could sing\n",
            "(a) the council may close the harbour;\n(b) the town may spend $5 million;\n(c) it may rain;\n(d) he may go;\n(e) all may end;\n",
            "The town may close\\\nthe harbour, and it\\\ncould rain, said an\\\nofficial who may be\\\nlate again.\n",
            "@lena It may rain today.\n@quill It could.\n@vogt Perhaps.\n@lena I think so.\n@quill Maybe.\n",
            "name: Ana Huld\nsays: it may rain\nplace: the old harbour\nfrom: two officials\nabout: the late boats\n",
            "UPDATE 14:00 Two officials\nUPDATE 15:00 It may rain\nUPDATE 16:00 It could\nUPDATE 17:00 Perhaps\nUPDATE 18:00 No\n",
            "“It may rain,”\n“he could go,”\n“she might stay,”\n“they may sing,”\n“and so may we,”\n",
            "Speed: it may be fast\nPrice: low\nSource: the firm\nWebsite: none\nWeight: about a pound\n",
        ] {
            assert!(!is_code(text), "{text}");
        }
    }
}
