//! Codes: texts that carry a paper or answers from one learner to another, in a link, a message or a file.
//!
//! A code is a letter for what it holds, the digit of its version and a letter for how it is packed; then in base64url
//! the length of what follows, the content, and four bytes of a hash of header and content; then `0`, so that it ends in
//! a sign that no messenger drops. So a code that was cut can say so, and a damaged one is never taken for another.
//!
//! | letter | |
//! | --- | --- |
//! | `p`, `a` | a paper; answers |
//! | `1` | the version |
//! | `d`, `n` | deflated (RFC 1951); as it is |

use base64ct::{Base64UrlUnpadded, Encoding as _};
use invigil_engine::ids::Fingerprint;
use invigil_engine::share::packet::{MAX_CODE, PacketFault};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// What a code holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A paper.
    Paper,
    /// Answers.
    Answers,
}

/// The most that a code may hold, in bytes.
pub const MAX_CONTENT: usize = 1_000_000;
/// How many times its packed size a content may be; text is never nearly so repetitive.
const MOST_INFLATED: usize = 200;
/// What may come of however little.
const LEAST_LIMIT: usize = 4096;
/// The slowest level: a code is made once and carried often.
const LEVEL: u8 = 10;
/// The bytes of the hash.
const CHECK: usize = 4;
/// The sign at the end.
const END: char = '0';
/// Letters and digit at the beginning.
const HEADER: usize = 3;

/// The code of a content; none of more than a code may hold.
pub fn pack(kind: Kind, content: &[u8]) -> Option<String> {
    if content.len() > MAX_CONTENT {
        return None;
    }
    let deflated = compress_to_vec(content, LEVEL);
    let pays = deflated.len() < content.len() && content.len() <= limit(deflated.len());
    let (codec, packed) = if pays { ('d', deflated.as_slice()) } else { ('n', content) };
    let mut code = String::from(if kind == Kind::Paper { 'p' } else { 'a' });
    code.push('1');
    code.push(codec);
    let mut bytes = Vec::with_capacity(packed.len() + 8);
    put_length(packed.len() + CHECK, &mut bytes);
    bytes.extend_from_slice(packed);
    bytes.extend_from_slice(&check(&code, content));
    code.push_str(&Base64UrlUnpadded::encode_string(&bytes));
    code.push(END);
    (code.len() <= MAX_CODE).then_some(code)
}

/// What a code holds. White space in it, and marks of punctuation around it, came in on its way.
///
/// # Errors
/// What is wrong with it.
pub fn unpack(text: &str) -> Result<(Kind, Vec<u8>), PacketFault> {
    if text.len() > MAX_CODE * 2 {
        return Err(PacketFault::TooLong);
    }
    let code: String = text.chars().filter(|c| !is_of_the_way(*c)).collect();
    let code = code.trim_start_matches(['<', '(', '[', '"', '\'']);
    let code = code.trim_end_matches(['.', ',', ';', ':', '!', ')', ']', '>', '"', '\'']);
    if code.len() > MAX_CODE {
        return Err(PacketFault::TooLong);
    }
    let (header, body) = code.split_at_checked(HEADER).ok_or(PacketFault::NotACode)?;
    let (kind, deflated) = read_header(header)?;
    let (packed, sum) = read_body(body)?;
    let content = if deflated {
        decompress_to_vec_with_limit(&packed, limit(packed.len())).map_err(|_| PacketFault::Damaged)?
    } else {
        packed
    };
    if content.len() > MAX_CONTENT {
        return Err(PacketFault::Unsound);
    }
    if sum == check(header, &content) { Ok((kind, content)) } else { Err(PacketFault::Damaged) }
}

/// White space, and signs that are not seen: programs for mail break lines, and some mark where a word may break.
fn is_of_the_way(c: char) -> bool {
    c.is_ascii_whitespace()
        || matches!(c, '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}' | '\u{feff}')
}

/// What it holds, and whether it is deflated.
fn read_header(header: &str) -> Result<(Kind, bool), PacketFault> {
    let mut signs = header.chars();
    let kind = match signs.next() {
        Some('p') => Kind::Paper,
        Some('a') => Kind::Answers,
        _ => return Err(PacketFault::NotACode),
    };
    match (signs.next(), signs.next()) {
        (Some('1'), Some('d')) => Ok((kind, true)),
        (Some('1'), Some('n')) => Ok((kind, false)),
        // Another way to pack is for a later version to know.
        (Some('1'..='9'), Some('a'..='z')) => Err(PacketFault::Newer),
        _ => Err(PacketFault::NotACode),
    }
}

/// The packed content and the hash.
fn read_body(body: &str) -> Result<(Vec<u8>, Vec<u8>), PacketFault> {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !body.bytes().all(known) {
        return Err(PacketFault::Damaged);
    }
    // Any length is within the first three bytes, which are four signs.
    let head = body.get(..4).ok_or(PacketFault::NotACode)?;
    let head = Base64UrlUnpadded::decode_vec(head).map_err(|_| PacketFault::Damaged)?;
    let (length, taken) = take_length(&head).ok_or(PacketFault::Damaged)?;
    let signs = ((length + taken) * 4).div_ceil(3) + END.len_utf8();
    if body.len() < signs {
        let count = |length: usize| u32::try_from(length + HEADER).unwrap_or(u32::MAX);
        return Err(PacketFault::Cut(count(body.len()), count(signs)));
    }
    let bytes = body.strip_suffix(END).filter(|_| body.len() == signs).ok_or(PacketFault::Damaged)?;
    let bytes = Base64UrlUnpadded::decode_vec(bytes).map_err(|_| PacketFault::Damaged)?;
    let packed = bytes.get(taken..bytes.len().saturating_sub(CHECK)).ok_or(PacketFault::Damaged)?;
    let sum = bytes.get(taken + packed.len()..).ok_or(PacketFault::Damaged)?;
    Ok((packed.to_vec(), sum.to_vec()))
}

/// The first four bytes of SipHash-2-4 of the header and the content, before it is packed.
fn check(header: &str, content: &[u8]) -> [u8; CHECK] {
    let hash = Fingerprint::of(&[header.as_bytes(), content].concat()).0;
    let [first, second, third, fourth, ..] = hash.to_be_bytes();
    [first, second, third, fourth]
}

/// The most that may come of so many packed bytes.
fn limit(packed: usize) -> usize {
    (packed * MOST_INFLATED).clamp(LEAST_LIMIT, MAX_CONTENT)
}

/// Seven bits a byte, lowest first.
fn put_length(length: usize, out: &mut Vec<u8>) {
    let mut left = length;
    while left >= 0x80 {
        out.push(u8::try_from(left & 0x7f).unwrap_or(0) | 0x80);
        left >>= 7;
    }
    out.push(u8::try_from(left).unwrap_or(0));
}

/// A length of a hash at least, as it is written, and how many bytes it takes.
fn take_length(bytes: &[u8]) -> Option<(usize, usize)> {
    let end = bytes.iter().position(|byte| *byte < 0x80)?;
    let known = bytes.get(..=end)?;
    let length = known.iter().rev().fold(0, |length, byte| length << 7 | usize::from(byte & 0x7f));
    let shortest = known.len() == 1 || known.last() != Some(&0);
    (shortest && length >= CHECK).then_some((length, known.len()))
}
