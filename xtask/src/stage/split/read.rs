//! A module as far as splitting needs to know it.

use std::collections::HashMap;

use wasmparser::{
    DataSectionReader, ElementItems, ElementKind, Export, ExternalKind, FuncType, FunctionBody,
    GlobalSectionReader, Import, KnownCustom, MemoryType, Name, Operator, Parser, Payload, Table, TypeRef,
};

use super::addresses;
use crate::failure::{Failure, Outcome};

/// A module with its sections, as they are and as they are looked up.
#[derive(Default)]
pub(super) struct Module<'a> {
    pub(super) types: Vec<FuncType>,
    pub(super) imports: Vec<Import<'a>>,
    /// How many functions are imported; those of its own are counted from there.
    pub(super) imported: u32,
    /// The type of each function, imported ones first.
    pub(super) function_types: Vec<u32>,
    pub(super) tables: Vec<Table<'a>>,
    pub(super) memories: Vec<MemoryType>,
    pub(super) globals: Option<GlobalSectionReader<'a>>,
    pub(super) exports: Vec<Export<'a>>,
    pub(super) start: Option<u32>,
    /// The function in each used slot of the table, by rising slot.
    pub(super) slots: Vec<(u32, u32)>,
    pub(super) data_count: Option<u32>,
    pub(super) bodies: Vec<FunctionBody<'a>>,
    pub(super) data: Option<DataSectionReader<'a>>,
    /// Functions that the host can call.
    pub(super) roots: Vec<u32>,
    called: Vec<Vec<u32>>,
    /// What may be an address in memory, in each function of its own.
    numbers: Vec<Vec<u32>>,
    names: HashMap<u32, &'a str>,
}

pub(super) fn unread(error: &wasmparser::BinaryReaderError) -> Failure {
    Failure::new(format!("the WebAssembly cannot be read: {error}"))
}

pub(super) fn unknown(what: &str) -> Failure {
    Failure::new(format!(
        "the WebAssembly has {what}, which splitting does not know: see xtask/src/stage/split.rs"
    ))
}

impl<'a> Module<'a> {
    pub(super) fn read(wasm: &'a [u8]) -> Outcome<Self> {
        let mut module = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            module.take(payload.map_err(|error| unread(&error))?)?;
        }
        module.slots.sort_unstable();
        Ok(module)
    }

    fn take(&mut self, payload: Payload<'a>) -> Outcome {
        let failed = |error| unread(&error);
        match payload {
            Payload::TypeSection(section) => {
                for kind in section.into_iter_err_on_gc_types() {
                    self.types.push(kind.map_err(failed)?);
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    self.take_import(import.map_err(failed)?)?;
                }
            }
            Payload::FunctionSection(section) => {
                for kind in section {
                    self.function_types.push(kind.map_err(failed)?);
                }
            }
            Payload::TableSection(section) => self.tables = all(section)?,
            Payload::MemorySection(section) => self.memories = all(section)?,
            Payload::GlobalSection(section) => self.globals = Some(section),
            Payload::ExportSection(section) => {
                self.exports = all(section)?;
                let functions = self.exports.iter().filter(|export| export.kind == ExternalKind::Func);
                self.roots.extend(functions.map(|export| export.index));
            }
            Payload::StartSection { func, .. } => {
                self.start = Some(func);
                self.roots.push(func);
            }
            Payload::ElementSection(section) => {
                for element in section {
                    self.take_element(element.map_err(failed)?)?;
                }
            }
            Payload::DataCountSection { count, .. } => self.data_count = Some(count),
            Payload::CodeSectionEntry(body) => self.take_body(body)?,
            Payload::DataSection(section) => self.data = Some(section),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    self.take_names(names)?;
                }
            }
            Payload::Version { .. } | Payload::CodeSectionStart { .. } | Payload::End(_) => {}
            _ => return Err(unknown("another kind of section")),
        }
        Ok(())
    }

    fn take_import(&mut self, import: Import<'a>) -> Outcome {
        let TypeRef::Func(kind) = import.ty else { return Err(unknown("an import that is no function")) };
        self.imports.push(import);
        self.imported += 1;
        self.function_types.push(kind);
        Ok(())
    }

    fn take_element(&mut self, element: wasmparser::Element<'a>) -> Outcome {
        let (
            ElementKind::Active { table_index: None | Some(0), offset_expr },
            ElementItems::Functions(items),
        ) = (element.kind, element.items)
        else {
            return Err(unknown("a part of a table that is not filled with functions at the start"));
        };
        let mut operators = offset_expr.get_operators_reader();
        let Ok(Operator::I32Const { value }) = operators.read() else {
            return Err(unknown("a part of a table at a place that is no constant"));
        };
        for (slot, function) in (value.cast_unsigned()..).zip(items) {
            self.slots.push((slot, function.map_err(|error| unread(&error))?));
        }
        Ok(())
    }

    fn take_body(&mut self, body: FunctionBody<'a>) -> Outcome {
        let (mut called, mut numbers) = (Vec::new(), Vec::new());
        for operator in body.get_operators_reader().map_err(|error| unread(&error))? {
            let operator = operator.map_err(|error| unread(&error))?;
            match operator {
                Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                    called.push(function_index);
                }
                Operator::RefFunc { .. } => return Err(unknown("a reference to a function")),
                Operator::MemoryInit { .. } | Operator::DataDrop { .. } => {
                    return Err(unknown("a use of data by its number"));
                }
                _ => addresses::push(&operator, &mut numbers),
            }
        }
        self.called.push(called);
        self.numbers.push(numbers);
        self.bodies.push(body);
        Ok(())
    }

    fn take_names(&mut self, names: wasmparser::NameSectionReader<'a>) -> Outcome {
        for name in names {
            if let Name::Function(map) = name.map_err(|error| unread(&error))? {
                for naming in map {
                    let naming = naming.map_err(|error| unread(&error))?;
                    self.names.insert(naming.index, naming.name);
                }
            }
        }
        Ok(())
    }

    /// How many functions there are, imported ones too.
    pub(super) fn functions(&self) -> u32 {
        u32::try_from(self.function_types.len()).unwrap_or(u32::MAX)
    }

    /// The functions that one calls by their number.
    pub(super) fn calls(&self, function: u32) -> Vec<u32> {
        self.own(function).and_then(|place| self.called.get(place)).cloned().unwrap_or_default()
    }

    /// The numbers in a function that may be addresses in memory.
    pub(super) fn numbers(&self, function: u32) -> &[u32] {
        self.own(function).and_then(|place| self.numbers.get(place)).map_or(&[], Vec::as_slice)
    }

    /// The numbers that globals begin with.
    pub(super) fn global_numbers(&self) -> Vec<u32> {
        let mut numbers = Vec::new();
        for global in self.globals.iter().flat_map(Clone::clone).flatten() {
            for operator in global.init_expr.get_operators_reader().into_iter().flatten() {
                addresses::push(&operator, &mut numbers);
            }
        }
        numbers
    }

    /// The body of a function of its own.
    pub(super) fn body(&self, function: u32) -> Outcome<&FunctionBody<'a>> {
        self.own(function)
            .and_then(|place| self.bodies.get(place))
            .ok_or_else(|| unknown("a function without a body"))
    }

    /// The number of the type of a function.
    pub(super) fn type_of(&self, function: u32) -> Outcome<u32> {
        let place = usize::try_from(function).ok();
        place
            .and_then(|place| self.function_types.get(place))
            .copied()
            .ok_or_else(|| unknown("a function without a type"))
    }

    /// How many values a function takes.
    pub(super) fn parameters(&self, function: u32) -> Outcome<u32> {
        let place = usize::try_from(self.type_of(function)?).ok();
        let kind =
            place.and_then(|place| self.types.get(place)).ok_or_else(|| unknown("a type out of bounds"))?;
        Ok(u32::try_from(kind.params().len()).unwrap_or(u32::MAX))
    }

    /// The slots of the table that functions are called through.
    pub(super) fn table_size(&self) -> u32 {
        self.tables.first().map_or(0, |table| u32::try_from(table.ty.initial).unwrap_or(u32::MAX))
    }

    pub(super) fn name(&self, function: u32) -> Option<&'a str> {
        self.names.get(&function).copied()
    }

    fn own(&self, function: u32) -> Option<usize> {
        function.checked_sub(self.imported).and_then(|place| usize::try_from(place).ok())
    }
}

fn all<'a, T: wasmparser::FromReader<'a>>(section: wasmparser::SectionLimited<'a, T>) -> Outcome<Vec<T>> {
    section.into_iter().collect::<Result<_, _>>().map_err(|error| unread(&error))
}
