//! The words of a text as search sees them: runs of letters and digits in lower case, without endings. It knows
//! nothing of what is searched.

use std::ops::Range;

/// Words that say nothing about what is looked for, in their order.
const COMMON: [&str; 93] = [
    "a", "about", "also", "an", "and", "any", "are", "aren", "as", "at", "be", "because", "been", "being",
    "between", "both", "but", "by", "can", "cannot", "could", "did", "didn", "do", "does", "doesn", "don",
    "for", "from", "had", "has", "hasn", "have", "how", "i", "if", "in", "instead", "into", "is", "isn",
    "it", "its", "just", "many", "may", "me", "might", "much", "my", "no", "not", "of", "on", "only", "or",
    "our", "shall", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "to", "too", "versus", "very", "vs", "was", "wasn", "we", "were",
    "what", "when", "where", "which", "while", "why", "will", "with", "won", "would", "you",
];

const LONGEST_COMMON: usize = 7;

/// What is longer is no word that one types; its parts may be.
pub(super) const LONGEST: usize = 64;

/// How a word stands in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// By itself, or beside a hyphen.
    Word,
    /// Within the word before it, as `Message` in `ReceiveMessage`.
    Part,
    /// What the words before it give without their hyphens.
    Joined,
}

/// A word of a text.
#[derive(Debug)]
pub(super) struct Word<'a> {
    pub(super) kind: Kind,
    /// In lower case.
    pub(super) raw: &'a str,
    /// Without its ending.
    pub(super) stem: &'a str,
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
}

/// Calls for each word of a text, but the common ones, in the order in which they end.
pub(super) fn each_word(text: &str, then: &mut dyn FnMut(&Word)) {
    let mut reading = Reading { text, raw: String::new(), stem: String::new(), then };
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(skipped) = rest.find(is_letter)
    {
        let start = at.saturating_add(skipped);
        at = run_end(text, start);
        reading.run(start..at);
        at = shortened_end(text, at);
    }
}

/// Where a run of letters, digits and single hyphens between them ends.
fn run_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut rest = text.get(start..).unwrap_or_default().chars().peekable();
    while let Some(letter) = rest.next() {
        let goes_on = rest.peek().is_some_and(|next| is_letter(*next));
        let joins = is_hyphen(letter) && goes_on;
        if !joins && !is_letter(letter) {
            break;
        }
        end += letter.len_utf8();
    }
    end
}

/// Past the `'s` or `'t` that follows a word; else no further.
fn shortened_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let Some(mark) = rest.chars().next().filter(|mark| ['\'', '\u{2019}'].contains(mark)) else { return at };
    let from = at + mark.len_utf8();
    let end = run_end(text, from);
    if end - from <= 2 { end } else { at }
}

/// A letter or a digit. Beyond ASCII it is what stands in no block of signs: the tables of Unicode would weigh more
/// than the rest of the search.
fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\u{bf}' => letter.is_ascii_alphanumeric(),
        '\u{d7}' | '\u{f7}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' => {
            false
        }
        _ => !matches!(letter, '\u{fe00}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{1f000}'..),
    }
}

/// The small letter of a capital, in ASCII, Latin 1, Greek and Cyrillic.
fn small(letter: char) -> char {
    let further = match letter {
        'A'..='Z'
        | '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{de}'
        | '\u{391}'..='\u{3a9}'
        | '\u{410}'..='\u{42f}' => 32,
        '\u{400}'..='\u{40f}' => 80,
        _ => 0,
    };
    char::from_u32(u32::from(letter) + further).unwrap_or(letter)
}

fn is_capital(letter: char) -> bool {
    small(letter) != letter
}

fn is_small(letter: char) -> bool {
    is_letter(letter) && !is_capital(letter) && !letter.is_ascii_digit()
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

struct Reading<'a> {
    text: &'a str,
    raw: String,
    stem: String,
    then: &'a mut dyn FnMut(&Word),
}

impl Reading<'_> {
    /// A word, or some with hyphens between them.
    fn run(&mut self, run: Range<usize>) {
        let text = self.text.get(run.clone()).unwrap_or_default();
        let (mut start, mut pieces) = (run.start, 0_usize);
        for piece in text.split(is_hyphen) {
            let end = start + piece.len();
            self.emit(Kind::Word, start..end);
            self.parts(piece, start);
            // A hyphen that is no ASCII is longer than one byte.
            let hyphen = self.text.get(end..).and_then(|rest| rest.chars().next());
            start = end + hyphen.map_or(0, char::len_utf8);
            pieces += 1;
        }
        if (2..=4).contains(&pieces) {
            self.emit(Kind::Joined, run);
        }
    }

    fn parts(&mut self, piece: &str, offset: usize) {
        // Nearly all words have none, and this is quick to see.
        if piece.bytes().skip(1).all(|byte| byte.is_ascii_lowercase()) && !piece.starts_with(is_digit) {
            return;
        }
        let mut start = 0;
        for (at, _) in piece.char_indices() {
            if parts_here(piece, start, at) {
                self.part(offset + start..offset + at);
                start = at;
            }
        }
        if start > 0 {
            self.part(offset + start..offset + piece.len());
        }
    }

    fn part(&mut self, range: Range<usize>) {
        let number =
            self.text.get(range.clone()).is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
        if range.len() > 1 || number {
            self.emit(Kind::Part, range);
        }
    }

    fn emit(&mut self, kind: Kind, range: Range<usize>) {
        self.raw.clear();
        let text = self.text.get(range.clone()).unwrap_or_default();
        let letters = text.chars().filter(|letter| !is_hyphen(*letter));
        self.raw.extend(letters.map(small));
        let may_be_common = kind != Kind::Joined && self.raw.len() <= LONGEST_COMMON;
        let common = may_be_common && COMMON.binary_search(&self.raw.as_str()).is_ok();
        if !common && self.raw.len() <= LONGEST {
            self.stem.clear();
            self.stem.push_str(&self.raw);
            shorten(&mut self.stem);
            (self.then)(&Word { kind, raw: &self.raw, stem: &self.stem, range });
        }
    }
}

/// Whether a part that began at `start` ends before `at`: `Receive|Message`, `KMS|Key`, `sha|256`, `10|gb`; not `s3`.
fn parts_here(piece: &str, start: usize, at: usize) -> bool {
    let (Some(behind), Some(ahead)) = (piece.get(start..at), piece.get(at..)) else { return false };
    let mut ahead = ahead.chars();
    let (Some(before), Some(here)) = (behind.chars().next_back(), ahead.next()) else { return false };
    let (next, after) = (ahead.next(), ahead.next());
    if is_capital(here) {
        // The last capital of some begins the next word, but not that of URLs.
        let plural = next == Some('s') && !after.is_some_and(is_small);
        return !is_capital(before) || (next.is_some_and(is_small) && !plural);
    }
    if here.is_ascii_digit() {
        return !before.is_ascii_digit() && behind.len() >= 3;
    }
    before.is_ascii_digit() && piece.starts_with(is_digit)
}

/// Units and what they are short for, as stems: who types `29 seconds` means `29 s`.
const UNITS: [(&str, &str); 10] = [
    ("s", "second"),
    ("sec", "second"),
    ("min", "minut"),
    ("h", "hour"),
    ("hr", "hour"),
    ("ms", "millisecond"),
    ("kib", "kb"),
    ("mib", "mb"),
    ("gib", "gb"),
    ("tib", "tb"),
];

/// A word without the ending of its plural, of `-ing` and of `-ed`, and without a last `e`.
pub(super) fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    shorten(&mut stem);
    stem
}

fn shorten(word: &mut String) {
    let length = word.len();
    if length < 4 {
        if let Some((_, unit)) = UNITS.iter().find(|unit| unit.0 == word) {
            word.clear();
            word.push_str(unit);
        }
        return;
    }
    if length > 4 && (word.ends_with("ies") || word.ends_with("ied")) {
        word.truncate(length - 3);
        word.push('y');
        return;
    }
    // Not of `status`, `kinesis` and `access`; yet of `apis`.
    let singular = word.ends_with("ss") || (length > 4 && (word.ends_with("us") || word.ends_with("is")));
    if word.ends_with('s') && !singular {
        word.pop();
    }
    for ending in ["ing", "ed"] {
        if let Some(root) = word.strip_suffix(ending).filter(|root| is_root(root)) {
            word.truncate(root.len());
            undouble(word);
            break;
        }
    }
    if word.len() > 3 && word.ends_with('e') {
        word.pop();
    }
}

/// Whether it can be a word: `str` cannot, and `spe` of `speed` is none.
fn is_root(root: &str) -> bool {
    root.len() >= 3 && root.contains(['a', 'e', 'i', 'o', 'u', 'y']) && !root.ends_with('e')
}

/// `dropp` is `drop`; `poll` and `miss` stay.
fn undouble(stem: &mut String) {
    let mut last = stem.bytes().rev();
    let (last, other) = (last.next(), last.next());
    if stem.len() > 3 && last == other && last.is_some_and(|byte| b"bcdfgkmnprt".contains(&byte)) {
        stem.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut found = Vec::new();
        each_word(text, &mut |word| {
            assert!(text.get(word.range.clone()).is_some(), "{word:?}");
            found.push(match word.kind {
                Kind::Word => word.raw.to_owned(),
                Kind::Part => format!("+{}", word.raw),
                Kind::Joined => format!("={}", word.raw),
            });
        });
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check("", "");
        check("Lambda, 15 minutes; s3:GetObject", "lambda 15 minutes s3 getobject +get +object");
        check("what is the size of a message?", "size message");
        check("Lambda's limit isn't KMS\u{2019}s", "lambda limit kms");
        check("'Messages are lost': why", "messages lost");
        check("Größe ÜBER naïve ДАТА – 5 × 3 …", "größe über naïve дата 5 3");
        check("_x_ -- - 'a' b", "x b");
    }

    #[test]
    fn hyphens_part_and_join() {
        check("dead-letter queue", "dead letter =deadletter queue");
        check("X-Ray, on-demand", "x ray =xray demand =ondemand");
        check("SSE\u{2011}KMS", "sse kms =ssekms");
        check("a-b-c-d-e end-", "b c d e end");
    }

    #[test]
    fn names_give_their_parts() {
        check("ReceiveMessage", "receivemessage +receive +message");
        check("KMSKey URLs APIs", "kmskey +kms +key urls apis");
        check("Canary10Percent5Minutes", "canary10percent5minutes +canary +10 +percent +5 +minutes");
        check("s3 ec2 k8s sha256 10GB", "s3 ec2 k8s sha256 +sha +256 10gb +10 +gb");
        check("x".repeat(65).as_str(), "");
    }

    #[track_caller]
    fn check_same(words: &str) {
        let mut stems: Vec<_> = words.split(' ').map(stem).collect();
        stems.dedup();
        assert_eq!(stems.len(), 1, "{stems:?}");
    }

    #[track_caller]
    fn check_other(words: &str) {
        let mut stems: Vec<_> = words.split(' ').map(stem).collect();
        stems.dedup();
        assert_eq!(stems.len(), words.split(' ').count(), "{stems:?}");
    }

    #[test]
    fn endings_are_left_out() {
        check_same("cache caches cached caching");
        check_same("policy policies");
        check_same("retry retries retried retrying");
        check_same("process processes processing processed");
        check_same("drop drops dropped dropping");
        check_same("poll polls polling polled");
        check_same("api apis");
        check_same("s sec second seconds");
        check_same("minute minutes min");
        check_same("kib kb");
        check_same("throttle throttling throttled throttles");
        check_same("index indexes indexing");
        check_other("role roll");
        check_other("string str");
        check_other("speed spe");
        check_other("status statu");
        check_other("kinesis kinesi");
    }

    #[test]
    fn the_common_words_are_in_order() {
        assert!(COMMON.is_sorted());
        assert_eq!(COMMON.iter().map(|word| word.len()).max(), Some(LONGEST_COMMON));
    }
}
