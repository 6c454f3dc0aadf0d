//! Judges candidates for unnamed sources: extends a head to its noun phrase and checks whether the phrase speaks and whether the article
//! names the person. This is the only step that remembers something from one sentence to the next.

use crate::engine::grammar::relative_speech::speaks_in_clause;
use crate::engine::grammar::source_role::speaks;
use crate::engine::grammar::unlisted_speaker::{Speaker, speakers};
use crate::engine::lex::token::Token;
use crate::engine::matching::candidates::Candidate;
use crate::engine::resolve::mentions::{Mention, Mentions, tells_place};
use crate::engine::resolve::named_reason::{REPORT, head_number, is_by_name, named_reason, withholds_name};
use crate::engine::resolve::phrase_around::Phrase;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Kind, RULES, Rule, class, has, set, words};
use std::borrow::Cow;
use std::sync::Arc;

/// Adds the speakers whose heads no rule for sources knows, as heads of roles and groups.
pub(crate) fn add_unlisted(text: &str, tokens: &[Token], found: &mut Vec<Candidate>) {
    for Speaker { head, group } in speakers(text, tokens) {
        let known = found.iter().any(|other| other.rule.noun && (other.start..other.end).contains(&head));
        let rule = RULES.iter().enumerate().find(|(_, rule)| rule.id == if group { "people-by-part" } else { "somebody-by-part" });
        if let Some((number, rule)) = rule.filter(|_| !known) {
            found.push(Candidate { start: head, end: head + 1, rule: Arc::clone(rule), rank: 1 + number, cues: 1, rejected: None });
        }
    }
}

/// Turns the heads of source phrases into whole phrases, and drops those that do not speak.
pub(crate) fn judge(text: &str, tokens: &[Token], found: Vec<Candidate>, mentions: &mut Mentions) -> Vec<Candidate> {
    if is_poll(tokens) {
        mentions.add(Mention::Poll);
    }
    if tells_place(tokens) {
        mentions.add(Mention::Place);
    }
    // A rule that knows the head better has rejected it.
    let refused: Vec<usize> = found.iter().filter(|other| other.rule.noun && other.rejected.is_some()).map(|other| other.end).collect();
    let found = found
        .into_iter()
        .filter(|other| !(other.rule.id.ends_with("-by-part") && other.rejected.is_none() && refused.contains(&other.end)));
    let judged =
        |candidate: Candidate| if candidate.rule.noun { source_phrase(text, tokens, candidate, mentions) } else { Some(candidate) };
    with_agents(tokens, found.filter_map(judged).collect())
}

/// How far behind a passive its agent may stand, in tokens.
const AGENT: usize = 8;

/// Rejects a passive whose agent is a source of its own: `was praised as "a gift" by insiders`.
fn with_agents(tokens: &[Token], mut judged: Vec<Candidate>) -> Vec<Candidate> {
    let agents = judged.iter().filter(|other| other.rejected.is_none() && other.rule.noun && other.start > 0);
    let agents: Vec<usize> = agents
        .map(|agent| agent.start)
        .filter(|start| tokens[start - 1].is_word(words!("by")) && tokens[start - 1].is(class::PREP))
        .collect();
    let passive = |other: &&mut Candidate| other.rejected.is_none() && other.rule.kind == Kind::Agentless;
    for candidate in judged.iter_mut().filter(passive) {
        let participle = tokens[candidate.end - 1].is(shape::ED) || tokens[candidate.end - 1].is(class::SAY);
        let inside = |start: usize| {
            let other = |token: &Token| {
                token.is(class::BE | class::HAVE | class::MODAL) || token.is_word(words!("and" | "but" | "while")) || token.byte == b','
            };
            start > candidate.end && start - candidate.end <= AGENT && !tokens[candidate.end..start].iter().any(other)
        };
        if participle && agents.iter().any(|start| inside(*start)) {
            candidate.rejected = Some(Cow::Borrowed("`by` names the agent"));
        }
    }
    judged
}

/// Returns the heads of roles and reports that the lexicon finds in a sentence and that carry a name there.
pub(crate) fn named_in<'a>(text: &'a str, tokens: &'a [Token], found: &'a [Candidate]) -> impl Iterator<Item = u32> {
    let nouns = found.iter().filter(|candidate| candidate.rank > 0 && candidate.rule.noun);
    let named =
        |head: &&Candidate| head.rule.kind == Kind::Role && Phrase::around(text, tokens, head).own_name(text, tokens, head).is_some();
    let reports = tokens.iter().enumerate().filter(|(at, token)| token.is(class::EVIDENCE) && is_by_name(tokens, at + 1));
    nouns.filter(named).map(|head| head_number(text, &tokens[head.end - 1])).chain(reports.map(|_| REPORT))
}

/// Extends the head of a source to its phrase. Returns `None` if the phrase does not speak.
fn source_phrase(text: &str, tokens: &[Token], head: Candidate, mentions: &mut Mentions) -> Option<Candidate> {
    let phrase = Phrase::around(text, tokens, &head);
    let evidence = head.rule.kind == Kind::Reports;
    let whole = speaks(text, tokens, phrase.start, phrase.end, evidence);
    let in_clause = || phrase.start < head.end && !evidence && speaks_in_clause(text, tokens, phrase.start, head.end);
    if !whole && !in_clause() {
        named_reason(text, tokens, &head, &phrase, false, mentions);
        return None;
    }
    let named = named_reason(text, tokens, &head, &phrase, true, mentions).or(is_fiction(tokens).then_some("a figure in a story"));
    let end = if !whole {
        head.end
    } else if [",", "-", "–", "—"].iter().any(|mark| tokens[phrase.end - 1].is_mark(text, mark)) {
        phrase.end - 1
    } else {
        phrase.end
    };
    let anonymous = withholds_name(&tokens[head.end..end]).then(anonymous_rule).flatten();
    let rejected = head.rejected.or(named.map(Cow::Borrowed));
    Some(Candidate { start: phrase.start, end, rule: anonymous.unwrap_or(head.rule), rejected, ..head })
}

/// Returns true for a sentence that begins with `In the film`.
fn is_fiction(tokens: &[Token]) -> bool {
    let opens = tokens.first().is_some_and(|first| first.reads(words!("in"))) && tokens.get(1).is_some_and(|token| token.is(class::DET));
    opens && tokens.iter().skip(2).take(3).take_while(|token| token.is(shape::WORD)).any(|token| token.is_word(set::FICTION))
}

/// Returns true for a sentence with a poll and a share, `53 % of voters, according to the poll`, and for a headline with a poll.
fn is_poll(tokens: &[Token]) -> bool {
    let any = |words: &[u16]| tokens.iter().any(|token| has(words, token.word));
    any(&set::POLL) && (any(&set::PERCENT) || tokens.first().is_some_and(|first| first.is(shape::HEADLINE)))
}

/// Returns the rule for people whose names are withheld.
fn anonymous_rule() -> Option<Arc<Rule>> {
    RULES.iter().find(|rule| rule.id == "asks-not-to-be-named").cloned()
}

#[cfg(test)]
mod tests {
    use crate::engine::analyze;
    use crate::lexicon::Category;

    /// Checks which sources an article marks.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let report = analyze(text);
        let sources = report.findings.iter().filter(|finding| finding.category() == Category::Source);
        let marked: Vec<&str> = sources.map(|finding| finding.span.of(text)).collect();
        assert_eq!(marked, expected);
    }

    #[test]
    fn an_organisation_that_is_named_for_its_aim_is_named() {
        check("Doctors of the World said that it leaks.", &[]);
        check("Residents of the Valley said that it leaks.", &["Residents of the Valley"]);
    }

    #[test]
    fn a_definite_phrase_points_back_to_somebody_named() {
        check("Lena Huld said the dam holds.\n\nThe Oster lawmaker denied that it leaks.", &[]);
        check("Lena Huld said the dam holds.\n\nHer mother denied that it leaks.", &[]);
        check("The Oster lawmaker denied that it leaks.", &["The Oster lawmaker"]);
    }

    #[test]
    fn a_definite_phrase_points_back_to_somebody_without_a_name() {
        let text = "Lena Huld said the dam holds.\n\nA beekeeper disagreed.\n\nThe beekeeper said that it leaks.";
        check(text, &["A beekeeper", "The beekeeper"]);
        check("Lena Huld said the dam holds.\n\nThe official said that it leaks.", &["The official"]);
    }

    #[test]
    fn the_lead_leaves_names_for_later() {
        check("A new study says gulls can count.\n\nThe study was published in the journal Tidewater.", &[]);
        check("A new study says gulls can count.\n\nThe gulls were tested twice.", &["A new study"]);
    }

    #[test]
    fn the_sentence_behind_the_lead_names_whom_it_left_unnamed() {
        let lead = "A rights activist has called the law unjust.";
        check(&format!("{lead}\n\nLena Huld, who was fined in May, wrote an essay."), &[]);
        check(&format!("{lead} Its author Lena Huld told the paper so."), &[]);
        check(&format!("{lead} Lena Huld was walking home."), &["A rights activist"]);
        check(&format!("{lead} Harbour law is old."), &["A rights activist"]);
        check("A spokesman said the dam leaks.\n\nMinister Lena Huld said it holds.", &["A spokesman"]);
        check("A doctor said the dam leaks.\n\nLena Huld, the mayor, said it holds.", &["A doctor"]);
        check("Two activists called the law unjust.\n\nLena Huld, who was fined, wrote an essay.", &["Two activists"]);
    }

    #[test]
    fn any_noun_that_speaks_is_a_source() {
        check("Two goatherds told the council that it leaks.", &["Two goatherds"]);
        check("The use of gadgets explains the rise.", &[]);
    }

    #[test]
    fn a_speaker_may_have_a_long_way_to_its_verb() {
        check("A resident of Oster, Ill., said it leaks.", &["A resident of Oster"]);
        check("Experts we spoke to say that it leaks.", &["Experts we spoke to"]);
        check("Officials went so far as to call it safe.", &["Officials"]);
        check("He had heard from officials that it leaks.", &["officials"]);
        check("The dam was called unsafe by inspectors.", &["inspectors"]);
        check("The toll was put at nine by officials.", &["officials"]);
    }

    #[test]
    fn joined_modifiers_belong_to_one_phrase() {
        check("Current and former officials said that it leaks.", &["Current and former officials"]);
        check("U.S. and European officials said that it leaks.", &["U.S. and European officials"]);
        check("Four current and former aides said that it leaks.", &["Four current and former aides"]);
        check("Talks are ongoing and former officials said that it leaks.", &["former officials"]);
        check("Residents and local officials said that it leaks.", &["Residents", "local officials"]);
    }

    #[test]
    fn each_speaker_of_a_list_is_a_source() {
        check("It leaks, said a nurse, a doctor and a guard.", &["a nurse", "a doctor", "a guard"]);
        check("It leaks, according to a nurse, a doctor and Ana Ruiz.", &["a nurse", "a doctor"]);
        check("Teachers, parents, and pupils said that it leaks.", &["Teachers", "parents", "pupils"]);
        check("Both officials and residents alike said that it leaks.", &["officials", "residents"]);
        check("Officials, as well as residents, said that it leaks.", &["Officials", "residents"]);
        check("Not only officials but also residents said that it leaks.", &["officials", "residents"]);
        check("It leaks, said Ana Ruiz, a nurse, a mother and a guard.", &[]);
        check("The fire killed a nurse, a doctor and a guard, said Ana Ruiz.", &[]);
        check("According to officials, residents and guards fled.", &["officials"]);
    }

    #[test]
    fn a_headline_names_its_source_behind_what_is_said() {
        check("Mayor fires aide, sources say", &["sources"]);
        check("Oster club sacks coach, two people say", &["two people"]);
        check("EXCLUSIVE-Tarn seeks partner, two aides say", &["two aides"]);
        check("WRAPUP 3-Two officials say Tarn seeks partner", &["Two officials"]);
    }

    #[test]
    fn a_name_before_a_hyphen_belongs_to_the_phrase() {
        check("A Nordhall-linked source said the offer was a trap.", &["A Nordhall-linked source"]);
        check("An Oster-trained doctor said the pill was useless.", &["An Oster-trained doctor"]);
    }

    #[test]
    fn a_second_speaker_is_no_part_of_the_first() {
        check("Officials in Oster and Nordic diplomats said that it leaks.", &["Officials in Oster", "Nordic diplomats"]);
        check("A teacher who resigned and a parent said that it leaks.", &["A teacher who resigned", "a parent"]);
        check("Mayor Dana Cole and two council members said that it leaks.", &["two council members"]);
    }

    #[test]
    fn an_agent_is_marked_and_its_passive_is_not() {
        check("He was praised as \"a visionary\" by industry insiders.", &["industry insiders"]);
        check("She was dubbed the “ice queen” by tabloids.", &["tabloids"]);
        check("She was derided as a puppet by opponents.", &["opponents"]);
        check("The move was described as “reckless” by military analysts.", &["military analysts"]);
    }

    #[test]
    fn when_and_how_somebody_speaks_is_no_part_of_the_phrase() {
        check("A spokesman at first said that it leaks.", &["A spokesman"]);
        check("Residents for years warned that it leaks.", &["Residents"]);
        check("Officials, when asked, said that it leaks.", &["Officials"]);
        check("A doctor at a private clinic said that it leaks.", &["A doctor at a private clinic"]);
    }

    #[test]
    fn a_plural_has_no_verb_in_s() {
        check("Two police reports were missing.", &[]);
        check("Police claims were false.", &[]);
        check("Farmers from border states met.", &[]);
        check("Residents of coastal states said that it leaks.", &["Residents of coastal states"]);
    }

    #[test]
    fn a_headline_without_a_body_names_nobody() {
        check("Dam leaks, official says", &["official"]);
        check("Dam leaks, official says\n\nThe dam is shut.", &[]);
        check("Police, residents say dam leaks", &["Police", "residents"]);
        check("Analysis: dam leaks", &[]);
        check("Oster police: dam leaks", &[]);
    }

    #[test]
    fn an_aside_that_withholds_the_name_belongs_to_the_phrase() {
        check("An aide – who asked not to be named – said that it leaks.", &["An aide – who asked not to be named"]);
        check("Two aides (who asked not to be named) said that it leaks.", &["Two aides (who asked not to be named)"]);
        check("One diplomat — a Dane — said that it leaks.", &["One diplomat"]);
    }

    #[test]
    fn questions_denials_and_acts_report_nothing() {
        check("Neither officials nor guards said that it leaks.", &[]);
        check("Do critics say that it leaks?", &[]);
        check("No official said that it leaks.", &[]);
        check("Neighbours called an ambulance.", &[]);
        check("The officials rejected the bid.", &[]);
        check("Residents told to leave went home.", &[]);
        check("In the film, a nurse says that it leaks.", &[]);
    }
}
