//! Runs the build script on faulty lexicon files and checks the errors that it reports.

#[expect(dead_code, reason = "the build script's own main and the parts that only it uses")]
#[path = "../src/lexicon/build/main.rs"]
mod build;

const RULE: &str = r#"[[rule]]
id = "drizzle"
strength = "weak"
why = "It is wet."
ask = "How wet?"
passes = ["It rained."]

[[rule.pattern]]
match = "drizzle(s)"
example = "A {drizzle} fell."

[[rule.except]]
match = "the {drizzle} <lodging>"
because = "the name of a house"
look-alike = "The drizzle inn is open."
"#;

const CLASSES: &str =
    "[class.month]\nwords = \"may\"\n[set.house]\nwords = \"inn hotel\"\n[set.lodging]\nsets = \"house\"\nphrases = [\"guest house\"]\n";

/// Returns the errors of the build for these contents of `hedge-modal.toml` and `classes.toml`.
fn faults_in(rules: &str, classes: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder for the files");
    let write = |name: &str, content: &str| std::fs::write(folder.path().join(name), content).expect("a file can be written");
    std::fs::create_dir(folder.path().join("rules")).expect("a folder for the rules");
    for kind in build::rules::KINDS {
        write(&format!("rules/{}.toml", kind.file()), if kind.name == "modal" { rules } else { "rule = []\n" });
    }
    write("classes.toml", classes);
    write("furniture.toml", "line = []\n");
    build::build(folder.path()).err().unwrap_or_default().join("\n")
}

#[track_caller]
fn check(rules: &str, expected: &[&str]) {
    let errors = faults_in(rules, CLASSES);
    assert!(expected.iter().all(|part| errors.contains(part)), "{errors:?} lacks {expected:?}");
}

#[track_caller]
fn check_classes(classes: &str, expected: &[&str]) {
    let errors = faults_in(RULE, classes);
    assert!(expected.iter().all(|part| errors.contains(part)), "{errors:?} lacks {expected:?}");
}

#[test]
fn a_sound_rule_builds() {
    assert_eq!(faults_in(RULE, CLASSES), "");
}

#[test]
fn errors_name_the_file_the_rule_and_the_fault() {
    let file = "src/lexicon/rules/hedge-modal.toml: rule `drizzle`: ";
    check(&RULE.repeat(2), &[file, "the id is taken"]);
    check(&RULE.replace("It rained.", "The drizzle inn is open."), &[file, "`The drizzle inn is open.` stands twice"]);
    check(&RULE.replace("The drizzle inn is open.", "Nothing fell."), &[file, "no look-alike has a word that its patterns begin with"]);
    check(&RULE.replace("A {drizzle} fell.", "A drizzle fell."), &[file, "braces must enclose"]);
    check(&RULE.replace("A {drizzle} fell.", ""), &[file, "example ``: braces must enclose"]);
    check(&RULE.replace("The drizzle inn is open.", ""), &[file, "``: a look-alike is a sentence"]);
    check(&RULE.replace("It is wet.", &"wet ".repeat(40)), &["hedge-modal.toml:4: more than 140 characters"]);
    check(&RULE.replace("It rained.", "It {rained}."), &[file, "a look-alike is a sentence without braces"]);
    check(&RULE.replace("\"weak\"", "\"huge\""), &[file, "strength `huge`"]);
    check(&RULE.replace("It is wet.", " "), &[file, "why and ask"]);
    check(&RULE.replace("the name of a house", " "), &[file, "`because` must say something"]);
    check(&RULE.replace("drizzle(s)", "(drizzle"), &[file, "the bracket is not closed"]);
    check(&RULE.replace("drizzle(s)", "in <weather> {drizzle}"), &[file, "there is no class `weather`"]);
    check(&RULE.replace("drizzle(s)", "<!lodging> {drizzle}"), &[file, "only a class can be excluded"]);
    check(&RULE.replace("drizzle(s)", "Drizzle"), &[file, "lower case"]);
    check(&RULE.replace("drizzle(s)", "_ drizzle"), &[file, "a span must begin with a word"]);
    check(&RULE.replace("ask =", "aks ="), &["hedge-modal.toml", "unknown field `aks`"]);
    check(&RULE.replace("id = \"drizzle\"", "id = \"Drizzle it\""), &["kebab-case"]);
}

#[test]
fn errors_name_the_set() {
    let add = |text: &str| format!("{CLASSES}{text}");
    check_classes(&add("[set.month]\nwords = \"jan\"\n"), &["set `month`: a class or shape has this name"]);
    check_classes(&add("[set.plural]\nwords = \"jan\"\n"), &["set `plural`: a class or shape has this name"]);
    check_classes(&add("[set.weather]\nsets = \"rain\"\n"), &["set `weather`: there is no set `rain`"]);
    check_classes(&add("[set.rain]\nphrases = [\"<rain> fall\"]\n"), &["set `rain`: it contains itself"]);
    check_classes(&add("[set.rain]\nwords = \"rain-fall\"\n"), &["set `rain`: `rain-fall` can never match"]);
    check_classes(&add("[set.rain]\n"), &["set `rain`: it is empty"]);
    check_classes(&add("[class.stay]\nsets = \"lodging\"\n"), &["class `stay`: set `lodging` has phrases"]);
}
