//! The tools of sharing, as the module of tools has them.

use invigil_class::{Names, Table, reckon, table};
use invigil_engine::app::ShareTool;
use invigil_engine::form::Form;
use invigil_engine::packed::Packed as _;
use invigil_engine::share::class::ClassInput;
use invigil_engine::share::draft::Format;
use invigil_engine::share::handed::{Handed, HandedPaper};
use invigil_engine::share::packet::Opened;
use invigil_engine::share::paper::PaperOrder;
use invigil_formats::{hand, make, open, order_of, read, write};

/// What a tool makes of its input; none of what it refuses.
pub(crate) fn work(tool: ShareTool, input: &[u8]) -> Option<Vec<u8>> {
    Some(match tool {
        ShareTool::Draft => {
            let (format, text) = <(Option<Format>, String)>::from_bytes(input)?;
            read(&text, format).to_bytes()
        }
        ShareTool::Make => make(&PaperOrder::from_bytes(input)?).to_bytes(),
        ShareTool::Hand => {
            let (mut handed, form) = <(Handed, Option<Form>)>::from_bytes(input)?;
            if let (HandedPaper::Own(_, _, code), Some(form)) = (&mut handed.paper, &form) {
                *code = make(&order_of(form))?.keyed;
            }
            hand(&handed)?.to_bytes()
        }
        ShareTool::Open => {
            let codes = Vec::<String>::from_bytes(input)?;
            codes.iter().map(|code| open(code)).collect::<Vec<Opened>>().to_bytes()
        }
        ShareTool::Class => reckon(&ClassInput::from_bytes(input)?).to_bytes(),
        ShareTool::Table => {
            let (input, (wanted, names)) = <(ClassInput, (Table, bool))>::from_bytes(input)?;
            let names = if names { Names::Kept } else { Names::LeftOut };
            table(&input, &reckon(&input), wanted, names).to_bytes()
        }
        ShareTool::Write => {
            let (order, format) = <(PaperOrder, Format)>::from_bytes(input)?;
            write(&read(&order.text, order.format), format).to_bytes()
        }
        ShareTool::Qr => return None,
    })
}
