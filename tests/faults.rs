//! Faults in the lexicon's files stop the build and are named: the build step, run on files that are wrong.

#[expect(dead_code, reason = "the build script's own main and the parts that only it uses")]
#[path = "../src/lexicon/build.rs"]
mod build;

const ENTRY: &str = r#"[[entry]]
id = "drizzle"
kind = "modal"
strength = "weak"
why = "It is wet."
ask = "How wet?"
patterns = ["drizzle(s)"]
flags = ["A {drizzle} fell.", "More {drizzles} came."]
passes = ["The Drizzle Inn is open: drizzle not.", "It rained."]
"#;

/// The faults that the build finds when `hedges.toml` holds this.
fn faults(hedges: &str) -> Vec<String> {
    faults_in(hedges, "lightly")
}

/// The same, with words that only the code asks for.
fn faults_in(hedges: &str, in_code: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder for the files");
    let write = |name: &str, content: &str| std::fs::write(folder.path().join(name), content).expect("a file can be written");
    write("hedges.toml", hedges);
    write("classes.toml", &format!("in_code = \"{in_code}\"\n[class.month]\nwords = \"may\"\n"));
    for name in ["sources.toml", "pending.toml"] {
        write(name, "entry = []\n");
    }
    write("furniture.toml", "line = []\n");
    build::build(folder.path()).err().unwrap_or_default()
}

#[track_caller]
fn check(hedges: &str, expected: &[&str]) {
    let said = faults(hedges).join("\n");
    assert!(expected.iter().all(|part| said.contains(part)), "{said:?} does not say {expected:?}");
}

#[test]
fn a_sound_entry_builds() {
    assert_eq!(faults(ENTRY), Vec::<String>::new());
}

#[test]
fn faults_name_the_file_the_entry_and_what_is_wrong() {
    let file = "src/lexicon/rules/hedges.toml: entry `drizzle`: ";
    check(&ENTRY.repeat(2), &[file, "the id is taken"]);
    check(&ENTRY.replace("\"A {drizzle} fell.\", ", ""), &[file, "1 examples that match"]);
    check(&ENTRY.replace(", \"It rained.\"", ""), &[file, "1 look-alikes"]);
    check(&ENTRY.replace("The Drizzle Inn is open: drizzle not.", "Nothing fell."), &[file, "no look-alike uses the entry's own words"]);
    check(&ENTRY.replace("A {drizzle} fell.", "A drizzle fell."), &[file, "braces must enclose"]);
    check(&ENTRY.replace("\"modal\"", "\"role\""), &[file, "kind `role` is none of modal"]);
    check(&ENTRY.replace("\"weak\"", "\"huge\""), &[file, "strength `huge`"]);
    check(&ENTRY.replace("It is wet.", " "), &[file, "why and ask"]);
    check(&ENTRY.replace("drizzle(s)", "(drizzle"), &[file, "the bracket is not closed"]);
    check(&ENTRY.replace("drizzle(s)", "in <weather> {drizzle}"), &[file, "there is no class `weather`"]);
    check(&ENTRY.replace("drizzle(s)", "Drizzle"), &[file, "lower case"]);
    check(&ENTRY.replace("drizzle(s)", "_ drizzle"), &[file, "a span must begin with a word"]);
    check(&ENTRY.replace("ask =", "aks ="), &["hedges.toml", "unknown field `aks`"]);
    check(&ENTRY.replace("id = \"drizzle\"", "id = \"Drizzle it\""), &["kebab-case"]);
}

#[test]
fn words_in_code_are_those_that_nothing_else_has() {
    assert_eq!(faults_in(ENTRY, "rain snow"), Vec::<String>::new());
    for (word, fault) in [("drizzles", "already"), ("may", "already"), ("Rain", "small letters"), ("e-mail", "small letters")] {
        let said = faults_in(ENTRY, word).join("\n");
        assert!(said.contains("classes.toml: in_code: ") && said.contains(fault), "{said:?}");
    }
}
