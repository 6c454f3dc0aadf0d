//! Drives a text through the stages of the engine, block by block. A block needs little from those before it (see [`Carry`] and
//! [`Mentions`]), so the tokens of one block are in memory at a time, and a changed text is analysed again only where it changed.

use crate::engine::finding::{bytes, finding};
use crate::engine::grammar::{claims, speaker};
use crate::engine::lex::block::{self, Block, BlockKind};
use crate::engine::lex::line_wrap;
use crate::engine::lex::quotation::{self, Citation, Citations, Open};
use crate::engine::lex::sentence::{self, Sentence};
use crate::engine::lex::token::{self, Token, Tokens};
use crate::engine::matching::candidates::{self, Candidate};
use crate::engine::notice::{Counts, notice};
use crate::engine::report::{Claim, Notice, Rejected, Report};
use crate::engine::resolve::mentions::{Mention, Mentions};
use crate::engine::resolve::source_phrase;
use crate::engine::resolve::{hedge_stack, overlap};
use crate::engine::text::Span;
use crate::lexicon::{Category, Kind, Own};
use std::collections::VecDeque;
use std::ops::Range;

/// What a block takes over from those before it, beside the people that the article has mentioned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Carry {
    /// How many of the next lines belong to a line of furniture.
    pub furniture: u8,
    /// The quotation that was left open.
    pub open: Option<Open>,
}

/// The state before a block: the lengths of the report's lists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checkpoint {
    pub carry: Carry,
    pub counts: Counts,
    pub sentences: usize,
    pub citations: usize,
    pub findings: usize,
    pub claims: usize,
    pub rejected: usize,
}

/// What an analysis keeps so that a changed text needs only the changed blocks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace {
    /// One for each block.
    pub checkpoints: Vec<Checkpoint>,
    /// Which people were mentioned and looked up: block and mention, in order.
    pub mentioned: Vec<(usize, Mention)>,
    pub looked_up: Vec<(usize, Mention)>,
    /// How many blocks the lead takes.
    pub lead: usize,
    /// What a further block would take over.
    pub end: Carry,
}

/// The input: a text, and the reader's own list if there is one.
#[derive(Clone, Copy)]
pub(crate) struct Given<'a> {
    pub text: &'a str,
    pub own: Option<&'a Own>,
    /// Whether a text is marked that does not look like English prose.
    pub any_language: bool,
    /// Whether lines that look like page furniture are read as text of the article.
    pub every_line: bool,
}

impl<'a> Given<'a> {
    /// A text of which only English prose is marked, and whose page furniture is set apart.
    pub fn new(text: &'a str, own: Option<&'a Own>) -> Self {
        Self { text, own, any_language: false, every_line: false }
    }
}

/// An analysis in progress. It holds no text, so it can be suspended; the caller passes the same [`Given`] to every call.
#[derive(Default)]
pub(crate) struct Analyzer {
    pub report: Report,
    pub trace: Trace,
    pub mentions: Mentions,
    pub carry: Carry,
    /// How many headlines open the article.
    headlines: usize,
    /// The blocks of the lead, read ahead and not judged yet.
    lead: VecDeque<Prepared>,
    /// Of the last block, to reuse its memory.
    spare: Prepared,
}

/// A block with its tokens, sentences and, as far as the lead was searched, candidates by sentence.
#[derive(Debug, Default)]
struct Prepared {
    kind: Option<BlockKind>,
    tokens: Tokens,
    sentences: Vec<Sentence>,
    citations: Vec<Citation>,
    candidates: VecDeque<Vec<Candidate>>,
    /// The state after the block.
    carry: Carry,
}

/// The usual length of a sentence in news, in bytes.
const USUAL_SENTENCE: usize = 120;
/// How many paragraphs can name whom headlines and first paragraph speak of, the first included, and how many sentences of them.
const LEAD: usize = 4;
const LEAD_SENTENCES: usize = 12;
/// How many sentences of the first paragraph are the lead.
const FIRST: usize = 1;

impl Analyzer {
    /// Starts an analysis: reads the lead and finds whom it names. Its blocks are judged as [`Self::block`] takes them.
    pub fn new(given: Given<'_>, blocks: &[Span]) -> Self {
        let mut analyzer = Self::default();
        analyzer.read_lead(given, blocks);
        analyzer.trace.checkpoints.reserve(blocks.len());
        analyzer.report.blocks.reserve(blocks.len());
        analyzer.report.sentences.reserve(given.text.len() / USUAL_SENTENCE);
        analyzer
    }

    /// Prepares the blocks up to the end of the lead and finds the candidates of its sentences.
    fn read_lead(&mut self, given: Given<'_>, blocks: &[Span]) {
        let (mut seen, mut paragraphs, mut carry) = (0, 0, Carry::default());
        for span in blocks {
            let mut block = Prepared::default();
            block.read(given, *span, carry);
            carry = block.carry;
            paragraphs += usize::from(!matches!(block.kind, Some(BlockKind::Headline | BlockKind::Furniture)));
            self.headlines += usize::from(paragraphs == 0 && block.kind == Some(BlockKind::Headline));
            for sentence in &block.sentences {
                if paragraphs > 0 && seen >= self.headlines + LEAD_SENTENCES {
                    break;
                }
                let tokens = &block.tokens.all[sentence.first..sentence.last];
                let found = candidates_in(given, tokens);
                self.mentions.lead.extend(source_phrase::named_in(given.text, tokens, &found));
                // `An activist has called the law unjust. Lena Huld, who was fined, …`
                let second = paragraphs > 0 && seen == self.headlines + FIRST;
                self.mentions.lead_names_somebody |= second && speaker::opens_with_person(given.text, tokens);
                block.candidates.push_back(found);
                seen += 1;
            }
            self.lead.push_back(block);
            if paragraphs >= LEAD || (paragraphs > 0 && seen >= self.headlines + LEAD_SENTENCES) {
                break;
            }
        }
        self.mentions.only_headlines = paragraphs == 0;
        self.trace.lead = self.lead.len();
    }

    /// Forgets what was read ahead, because the first blocks are taken over from another analysis.
    pub fn skip_lead(&mut self) {
        self.lead.clear();
        self.mentions.clear_lead();
    }

    /// Analyses the next block.
    pub fn block(&mut self, given: Given<'_>, span: Span) {
        let mut block = self.lead.pop_front().unwrap_or_else(|| {
            let mut block = std::mem::take(&mut self.spare);
            block.read(given, span, self.carry);
            block
        });
        let counts = Counts::of(given.text, &block.tokens);
        self.trace.checkpoints.push(Checkpoint { counts, ..self.checkpoint() });
        self.carry = block.carry;
        self.mentions.block = self.report.blocks.len();
        self.report.blocks.extend(block.kind.map(|kind| Block { span, kind }));
        self.report.citations.append(&mut block.citations);
        for sentence in &block.sentences {
            // Behind the lead, a role without a name stays an unnamed source.
            if self.report.sentences.len() == self.headlines + FIRST {
                self.mentions.clear_lead();
            }
            let tokens = &block.tokens.all[sentence.first..sentence.last];
            let found = block.candidates.pop_front().unwrap_or_else(|| candidates_in(given, tokens));
            self.sentence(given, tokens, found);
        }
        self.spare = block;
    }

    /// Returns the current state.
    pub fn checkpoint(&self) -> Checkpoint {
        let Report { sentences, citations, findings, claims, rejected, .. } = &self.report;
        Checkpoint {
            carry: self.carry,
            counts: Counts::default(),
            sentences: sentences.len(),
            citations: citations.len(),
            findings: findings.len(),
            claims: claims.len(),
            rejected: rejected.len(),
        }
    }

    /// Adds a sentence with its findings to the report.
    fn sentence(&mut self, Given { text, own, .. }: Given<'_>, tokens: &[Token], found: Vec<Candidate>) {
        let sentence = self.report.sentences.len();
        let mut judged = source_phrase::judge(text, tokens, found, &mut self.mentions);
        if let Some(own) = own {
            candidates::exempt(text, tokens, own, &mut judged);
        }
        let sources =
            judged.iter().filter(|candidate| candidate.rule.kind.category() == Category::Source && candidate.rule.kind != Kind::Agentless);
        let sources: Vec<Range<usize>> = sources.map(|candidate| candidate.start..candidate.end).collect();
        let (findings, rejected) = overlap::settle(judged);
        let findings = hedge_stack::stack(tokens, findings);
        let claims = claims::claims(text, tokens, &sources);
        if speaker::is_person(tokens) || claims.iter().any(|claim| speaker::is_named(&tokens[claim.who.clone()])) {
            self.mentions.add_somebody();
        }
        self.report.findings.extend(findings.into_iter().map(|candidate| finding(text, tokens, candidate, sentence, &claims)));
        self.report.claims.extend(claims.iter().filter(|claim| !claim.scope.is_empty()).map(|claim| Claim {
            who: bytes(tokens, &claim.who),
            scope: bytes(tokens, &claim.scope),
            said: claim.said.as_ref().map(|said| bytes(tokens, said)),
            through: claim.through.as_ref().map(|through| bytes(tokens, through)),
            named: speaker::is_named_speaker(&tokens[claim.who.clone()]),
            sentence,
        }));
        self.report.rejected.extend(rejected.into_iter().filter_map(|candidate| {
            Some(Rejected { span: bytes(tokens, &(candidate.start..candidate.end)), rule: candidate.rule, reason: candidate.rejected? })
        }));
        self.report.sentences.push(bytes(tokens, &(0..tokens.len())));
    }

    /// Returns the report, after all blocks.
    pub fn finish(mut self, given: Given<'_>) -> (Report, Trace) {
        let counts = self.trace.checkpoints.iter().map(|checkpoint| checkpoint.counts);
        let notice = notice(given.text, self.report.blocks.len(), counts);
        self.report.notice = notice.filter(|notice| !given.any_language || matches!(notice, Notice::Empty | Notice::Address));
        self.trace.end = self.carry;
        self.trace.mentioned = self.mentions.added;
        self.trace.looked_up = self.mentions.looked_up;
        if self.report.notice.is_some() {
            self.report.findings.clear();
            self.report.claims.clear();
            self.report.rejected.clear();
        }
        (self.report, self.trace)
    }

    /// Calls `visit` with the tokens of each sentence of a text, as the analysis sees them.
    pub fn each_sentence(text: &str, mut visit: impl FnMut(&[Token])) {
        let mut block = Prepared::default();
        for span in line_wrap::paragraphs(text) {
            block.read(Given::new(text, None), span, block.carry);
            block.sentences.iter().for_each(|sentence| visit(&block.tokens.all[sentence.first..sentence.last]));
        }
    }
}

impl Prepared {
    /// Reads the tokens and sentences of a block, in place of those of another one.
    fn read(&mut self, given: Given<'_>, span: Span, mut carry: Carry) {
        let Given { text, own, every_line, .. } = given;
        let tokens = &mut self.tokens;
        token::tokenize(text, span, tokens);
        let citations = Citations::find(text, tokens);
        let kind = if every_line {
            block::kind_of_text(text, span, &tokens.all, citations.tokens())
        } else {
            block::kind(text, span, &tokens.all, citations.tokens(), &mut carry.furniture)
        };
        if let Some(own) = own {
            token::number_words_of_list(text, own, &mut tokens.all);
        }
        citations.mark(&mut tokens.all);
        self.citations = citations.named;
        carry.open = quotation::mark_quotations(text, kind, tokens, carry.open);
        sentence::sentences(text, kind, tokens, &mut self.sentences);
        self.candidates.clear();
        (self.kind, self.carry) = (Some(kind), carry);
    }
}

/// Returns the candidates of a sentence: what rules match, and speakers that no rule knows.
fn candidates_in(given: Given<'_>, tokens: &[Token]) -> Vec<Candidate> {
    let mut found = candidates::find(given.text, tokens, given.own);
    source_phrase::add_unlisted(given.text, tokens, &mut found);
    found
}
