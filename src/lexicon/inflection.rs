//! English inflection, as far as the lexicon needs it: the forms of a verb and the plural of a noun.

/// Verbs whose past forms no rule gives: base, past, participle.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("be", "was", "been"),
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("cut", "cut", "cut"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("feel", "felt", "felt"),
    ("find", "found", "found"),
    ("foresee", "foresaw", "foreseen"),
    ("forecast", "forecast", "forecast"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("have", "had", "had"),
    ("hear", "heard", "heard"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("learn", "learnt", "learnt"),
    ("leave", "left", "left"),
    ("make", "made", "made"),
    ("meet", "met", "met"),
    ("put", "put", "put"),
    ("quit", "quit", "quit"),
    ("read", "read", "read"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("shake", "shook", "shaken"),
    ("show", "showed", "shown"),
    ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"),
    ("stand", "stood", "stood"),
    ("take", "took", "taken"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("undergo", "underwent", "undergone"),
    ("withdraw", "withdrew", "withdrawn"),
    ("win", "won", "won"),
    ("write", "wrote", "written"),
    ("cast", "cast", "cast"),
    ("pay", "paid", "paid"),
    ("get", "got", "got"),
    ("run", "ran", "run"),
    ("lead", "led", "led"),
    ("rise", "rose", "risen"),
    ("fall", "fell", "fallen"),
    ("hit", "hit", "hit"),
    ("lend", "lent", "lent"),
    ("lose", "lost", "lost"),
];

/// Verbs that double their last letter before a vowel.
const DOUBLING: &[&str] = &[
    "admit",
    "plan",
    "stop",
    "refer",
    "prefer",
    "permit",
    "commit",
    "submit",
    "drop",
    "scrap",
    "ban",
    "bar",
    "begin",
    "cut",
    "get",
    "hit",
    "let",
    "set",
    "put",
    "quit",
    "run",
    "sit",
    "win",
    "rebut",
    "concur",
    "infer",
    "transfer",
    "step",
    "tip",
    "signal",
    "label",
    "model",
    "total",
    "axe",
    "mull over",
    "chat",
    "jet",
    "map",
    "pin",
    "slam",
    "trim",
    "rap",
    "peg",
];

/// Every form of a verb: base, third person, past, participle, present participle.
#[must_use]
pub fn verb(base: &str) -> Vec<String> {
    let irregular = IRREGULAR.iter().find(|row| row.0 == base);
    let stem = base.strip_suffix('e').filter(|_| !base.ends_with("ee") && !base.ends_with("oe") && base.len() > 2).unwrap_or(base);
    let doubled = if DOUBLING.contains(&base) { format!("{base}{}", &base[base.len() - 1..]) } else { stem.to_owned() };
    let past = match base.strip_suffix('y') {
        Some(rest) if !ends_in_vowel(rest) => format!("{rest}ied"),
        _ if base.ends_with('e') => format!("{base}d"),
        _ => format!("{doubled}ed"),
    };
    let mut forms = vec![base.to_owned(), plural(base), format!("{doubled}ing")];
    match irregular {
        Some((_, past, participle)) => forms.extend([(*past).to_owned(), (*participle).to_owned()]),
        None => forms.push(past),
    }
    if base == "be" {
        forms = ["be", "am", "is", "are", "was", "were", "been", "being"].map(str::to_owned).to_vec();
    }
    if base == "have" {
        forms[1] = "has".into();
    }
    if base == "signal" || base == "label" || base == "model" || base == "total" {
        forms.extend([format!("{base}ed"), format!("{base}ing")]);
    }
    if base == "learn" {
        forms.push("learned".into());
    }
    forms.sort();
    forms.dedup();
    forms
}

/// The regular plural of a noun, and with it the third person of a verb.
#[must_use]
pub fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(rest) if !ends_in_vowel(rest) => format!("{rest}ies"),
        _ if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") => format!("{noun}es"),
        _ if noun == "go" || noun == "do" || noun == "undergo" => format!("{noun}es"),
        _ if noun.ends_with("man") && noun != "human" && noun != "german" => format!("{}men", &noun[..noun.len() - 3]),
        _ if noun.ends_with("person") => format!("{}people", &noun[..noun.len() - 6]),
        _ => format!("{noun}s"),
    }
}

fn ends_in_vowel(text: &str) -> bool {
    text.ends_with(['a', 'e', 'i', 'o', 'u'])
}
