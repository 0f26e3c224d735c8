//! The tools of sharing: questions in and out of formats, codes, QR codes, and what a class says.

use fast_qr::{ECL, QRBuilder};
use invigil_class::{Names, Table, reckon, table};
use invigil_engine::app::Qr;
use invigil_engine::form::Form;
use invigil_engine::packed::Packed as _;
use invigil_engine::share::class::ClassInput;
use invigil_engine::share::draft::{Draft, Format};
use invigil_engine::share::handed::{Handed, HandedPaper};
use invigil_engine::share::packet::Opened;
use invigil_engine::share::paper::PaperOrder;
use invigil_formats::{hand, make, open, order_of, read, write};

/// Reads questions.
pub(crate) fn draft(input: &[u8]) -> Option<Vec<u8>> {
    let (format, text) = <(Option<Format>, String)>::from_bytes(input)?;
    Some(read(&text, format).to_bytes())
}

/// Makes the codes of a paper; none where nothing can be asked, or it is too large.
pub(crate) fn codes(input: &[u8]) -> Option<Vec<u8>> {
    Some(make(&PaperOrder::from_bytes(input)?).to_bytes())
}

/// Writes questions in a format.
pub(crate) fn written(input: &[u8]) -> Option<Vec<u8>> {
    let (order, format) = <(PaperOrder, Format)>::from_bytes(input)?;
    let draft = Draft { title: order.title, ..read(&order.text, order.format) };
    Some(write(&draft, format).to_bytes())
}

/// Makes the code of a result, with its paper inside if that is one's own.
pub(crate) fn handed(input: &[u8]) -> Option<Vec<u8>> {
    let (mut handed, form) = <(Handed, Option<Form>)>::from_bytes(input)?;
    if let (HandedPaper::Own(_, _, code), Some(form)) = (&mut handed.paper, &form) {
        *code = make(&order_of(form))?.keyed;
    }
    hand(&handed).map(|code| code.to_bytes())
}

/// Opens codes.
pub(crate) fn opened(input: &[u8]) -> Option<Vec<u8>> {
    let codes = Vec::<String>::from_bytes(input)?;
    Some(codes.iter().map(|code| open(code)).collect::<Vec<Opened>>().to_bytes())
}

/// Makes a QR code; none for a text that is too long for one.
pub(crate) fn qr(input: &[u8]) -> Option<Vec<u8>> {
    let text = String::from_bytes(input)?;
    Some(qr_of(&text).to_bytes())
}

fn qr_of(text: &str) -> Option<Qr> {
    // With room for damage where there is room; a long address needs all of it.
    let build = |level| QRBuilder::new(text).ecl(level).build();
    let code = build(ECL::M).or_else(|_| build(ECL::L)).ok()?;
    let row = |y: usize| {
        let mut runs = vec![0_u32];
        let mut dark = false;
        for module in code.data.get(y * code.size..(y + 1) * code.size).unwrap_or_default() {
            if module.value() != dark {
                dark = !dark;
                runs.push(0);
            }
            if let Some(run) = runs.last_mut() {
                *run += 1;
            }
        }
        runs
    };
    Some(Qr {
        side: u32::try_from(code.size).ok()?,
        rows: (0..code.size).map(row).collect(),
        length: u32::try_from(text.chars().count()).ok()?,
    })
}

/// Reckons what a class says.
pub(crate) fn class(input: &[u8]) -> Option<Vec<u8>> {
    Some(reckon(&ClassInput::from_bytes(input)?).to_bytes())
}

/// Writes a table of a class.
pub(crate) fn class_table(input: &[u8]) -> Option<Vec<u8>> {
    let (input, (wanted, names)) = <(ClassInput, (Table, bool))>::from_bytes(input)?;
    let names = if names { Names::Kept } else { Names::LeftOut };
    Some(table(&input, &reckon(&input), wanted, names).to_bytes())
}
