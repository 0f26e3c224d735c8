//! The numbers in code that may be addresses in memory.

use wasmparser::{MemArg, Operator};

/// Adds what an instruction names: a number by itself, two packed into one, or what it adds to the address it is given.
pub(super) fn push(operator: &Operator, numbers: &mut Vec<u32>) {
    let halves = match operator {
        Operator::I32Const { value } => [value.cast_unsigned(), 0],
        Operator::I64Const { value } => halves(value.cast_unsigned()),
        _ => halves(access(operator).map_or(0, |access| access.offset)),
    };
    numbers.extend(halves.into_iter().filter(|number| *number != 0));
}

fn halves(value: u64) -> [u32; 2] {
    [value, value >> 32].map(|half| u32::try_from(half & u64::from(u32::MAX)).unwrap_or_default())
}

/// All that reads or writes memory at an address, in what wasm-opt is allowed to write (`stage/wasm_opt.rs`).
fn access<'a>(operator: &'a Operator) -> Option<&'a MemArg> {
    match operator {
        Operator::I32Load { memarg }
        | Operator::I64Load { memarg }
        | Operator::F32Load { memarg }
        | Operator::F64Load { memarg }
        | Operator::I32Load8S { memarg }
        | Operator::I32Load8U { memarg }
        | Operator::I32Load16S { memarg }
        | Operator::I32Load16U { memarg }
        | Operator::I64Load8S { memarg }
        | Operator::I64Load8U { memarg }
        | Operator::I64Load16S { memarg }
        | Operator::I64Load16U { memarg }
        | Operator::I64Load32S { memarg }
        | Operator::I64Load32U { memarg }
        | Operator::I32Store { memarg }
        | Operator::I64Store { memarg }
        | Operator::F32Store { memarg }
        | Operator::F64Store { memarg }
        | Operator::I32Store8 { memarg }
        | Operator::I32Store16 { memarg }
        | Operator::I64Store8 { memarg }
        | Operator::I64Store16 { memarg }
        | Operator::I64Store32 { memarg } => Some(memarg),
        _ => None,
    }
}
