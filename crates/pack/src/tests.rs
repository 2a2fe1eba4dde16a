//! Modules made by hand, one for each kind of instruction, what is wrong with others, and what is damaged.

use proptest::prelude::*;

use super::*;

const PREAMBLE: &[u8] = b"\0asm\x01\0\0\0";

fn put(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number % 0x80) as u8 | 0x80);
        number /= 0x80;
    }
    bytes.push(number as u8);
}

/// The body of a function of `(local i32 i64 i64)` that does this.
fn body(instructions: &[u8]) -> Vec<u8> {
    let mut body = vec![2, 1, 0x7f, 2, 0x7e];
    body.extend(instructions);
    body.push(0x0b);
    body
}

/// A module with these sections.
fn sections(sections: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut module = PREAMBLE.to_vec();
    for (kind, section) in sections {
        module.push(*kind);
        put(&mut module, section.len());
        module.extend(section);
    }
    module
}

/// A module with functions of these bodies, which take a number and return one, and an import before them.
fn module(bodies: &[Vec<u8>]) -> Vec<u8> {
    let (mut functions, mut code) = (Vec::new(), Vec::new());
    put(&mut functions, bodies.len());
    put(&mut code, bodies.len());
    for body in bodies {
        functions.push(0);
        put(&mut code, body.len());
        code.extend(body);
    }
    sections(&[
        (1, vec![1, 0x60, 1, 0x7f, 1, 0x7f]),
        (2, vec![1, 1, b'a', 1, b'b', 0, 0]),
        (3, functions),
        (10, code),
        (11, vec![1, 1, 3, b'a', b'b', b'c']),
    ])
}

fn of(instructions: &[u8]) -> Vec<u8> {
    module(&[body(instructions)])
}

fn unpacked(packed: &[u8], room: usize) -> Result<Vec<u8>, Fault> {
    let mut module = vec![0; room];
    let length = unpack(packed, &mut module, &mut memory())?;
    module.truncate(length);
    Ok(module)
}

fn check_same(module: &[u8]) {
    let packed = pack(module).expect("it is packed");
    assert_eq!(unpacked(&packed, module.len()).as_deref(), Ok(module));
}

/// Instructions with all kinds of operands.
const ALL: &[&[u8]] = &[
    &[0x02, 0x40, 0x03, 0x7f, 0x04, 0x05, 0x01, 0x05, 0x0b, 0x0b, 0x0b],
    &[0x0c, 0x00, 0x0d, 0x81, 0x01, 0x0f],
    &[0x0e, 0x03, 0x00, 0x01, 0x80, 0x01, 0x02],
    &[0x10, 0xc0, 0x84, 0x3d, 0x10, 0x01, 0x11, 0x05, 0x00],
    &[0x1a, 0x1b, 0x1c, 0x01, 0x7f, 0x45, 0xc4],
    &[0x20, 0x03, 0x21, 0x00, 0x22, 0x01, 0x20, 0x01, 0x20, 0x00, 0x20, 0x00],
    &[0x23, 0x00, 0x24, 0x01, 0x25, 0x00, 0x26, 0x00],
    &[0x28, 0x02, 0x00, 0x28, 0x00, 0x88, 0x01, 0x29, 0x03, 0x08, 0x36, 0x02, 0x04, 0x3e, 0x01, 0x00],
    &[0x3f, 0x00, 0x40, 0x00],
    &[0x41, 0x00, 0x41, 0x7f, 0x41, 0x80, 0x80, 0xc0, 0x00, 0x41, 0x80, 0x80, 0x80, 0x80, 0x78],
    &[0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f, 0x42, 0x01, 0x42, 0x80, 0x80, 0x80, 0x08],
    &[0x43, 0xff, 0xff, 0xff, 0xff, 0x44, 0x80, 0x0b, 0x0b, 0x0b, 0, 0, 0, 0x80],
    &[0xd0, 0x70, 0xd1, 0xd2, 0x00],
    &[0xfc, 0x03, 0xfc, 0x08, 0x01, 0x00, 0xfc, 0x0a, 0x00, 0x00, 0xfc, 0x0b, 0x00, 0xfc, 0x10, 0x00],
];

#[test]
fn every_kind_of_instruction_is_the_same_again() {
    check_same(PREAMBLE);
    check_same(&module(&[]));
    check_same(&of(&[]));
    for instructions in ALL {
        check_same(&of(instructions));
    }
    check_same(&module(&ALL.iter().map(|instructions| body(instructions)).collect::<Vec<_>>()));
}

#[test]
fn functions_of_all_lengths_are_the_same_again() {
    check_same(&module(&[0, 100, 121, 122, 5_000, 20_000].map(|count| body(&vec![0x01; count]))));
}

/// Far more values and blocks than are followed, and locals that were not used for long.
#[test]
fn whatever_is_too_deep_to_be_followed_is_the_same_again() {
    let values = [0x41, 0x00].repeat(3_000);
    let blocks = [[0x02, 0x40].repeat(2_000), vec![0x0b; 2_000]].concat();
    let mut many = vec![1, 100, 0x7f];
    many.extend((0..101_u8).chain([0, 50, 100]).flat_map(|local| [0x20, local, 0x1a]));
    many.push(0x0b);
    check_same(&module(&[body(&values), body(&blocks), many]));
}

#[test]
fn numbers_of_all_sizes_are_the_same_again() {
    let numbers = (0..64).flat_map(|bits| [(1_u64 << bits) - 1, 1 << bits, u64::MAX << bits]);
    let mut instructions = Vec::new();
    for number in numbers {
        instructions.push(0x42);
        let mut left = number.cast_signed();
        while !(-64..64).contains(&left) {
            instructions.push(left as u8 & 0x7f | 0x80);
            left >>= 7;
        }
        instructions.push(left as u8 & 0x7f);
    }
    check_same(&of(&instructions));
}

#[test]
fn what_repeats_itself_takes_next_to_nothing() {
    let packed = pack(&of(&ALL[7].repeat(1_000))).expect("it is packed");
    assert!(packed.len() < 250, "{} bytes", packed.len());
}

#[test]
fn what_is_not_known_is_refused() {
    let refused = |module: &[u8]| pack(module).expect_err("it is refused");
    assert_eq!(refused(b"\0asm\x02\0\0\0"), Fault::NoModule);
    assert_eq!(refused(b""), Fault::NoModule);
    assert_eq!(refused(&of(&[0x06, 0x40])), Fault::Instruction);
    assert_eq!(refused(&of(&[0xfd, 0x0c])), Fault::Instruction);
    assert_eq!(refused(&of(&[0xfc, 0x12])), Fault::Instruction);
    // A local that there is not, a number in more bytes than it takes, a function that ends before its end, and after it.
    assert_eq!(refused(&of(&[0x21, 0x04])), Fault::Unusual);
    assert_eq!(refused(&of(&[0x20, 0x81, 0x00])), Fault::Unusual);
    assert_eq!(refused(&of(&[0x0b, 0x01])), Fault::Unusual);
    assert_eq!(refused(&module(&[vec![0x00, 0x0b, 0x0b]])), Fault::Unusual);
    assert_eq!(refused(&module(&[vec![1, 0x80, 0x80, 1, 0x7f, 0x0b]])), Fault::TooMany);
    // An imported memory.
    assert_eq!(refused(&sections(&[(2, vec![1, 1, b'a', 1, b'b', 2, 0, 0])])), Fault::Unusual);
    assert_eq!(refused(&vec![0; LARGEST]), Fault::TooLarge);
}

#[test]
fn a_module_that_ends_too_early_is_an_error() {
    let module = of(&ALL.concat());
    // Between two sections, what is left is a module.
    let whole: Vec<usize> = (0..module.len()).filter(|end| pack(&module[..*end]).is_ok()).collect();
    assert_eq!(whole, [8, 16, 25, 29, module.len() - 8]);
}

#[test]
fn what_is_damaged_is_an_error() {
    let module = of(&ALL.concat());
    let whole = pack(&module).expect("it is packed");
    for end in 0..whole.len() - 4 {
        assert!(unpacked(&whole[..end], 1 << 12).is_err(), "cut at {end}");
    }
    for place in 0..whole.len() - 4 {
        let mut damaged = whole.clone();
        damaged[place] ^= 1 << (place % 8);
        let found = unpacked(&damaged, 1 << 12);
        assert!(found.is_err() || found.as_deref() == Ok(&module), "damaged at {place}");
    }
}

#[test]
fn too_little_room_is_an_error() {
    let module = of(&ALL.concat());
    let packed = pack(&module).expect("it is packed");
    assert_eq!(unpacked(&packed, module.len() - 1), Err(Fault::TooLarge));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Functions as they come, without meaning.
    #[test]
    fn whatever_functions_do_is_the_same_again(functions in prop::collection::vec(
        prop::collection::vec((0..ALL.len() + 3, 0..4_u8, 0..0x1000_usize), 0..100), 0..10,
    )) {
        let bodies: Vec<_> = functions.iter().map(|instructions| {
            let mut bytes = Vec::new();
            for (kind, small, large) in instructions {
                match kind.checked_sub(ALL.len()) {
                    None => bytes.extend(ALL[*kind]),
                    Some(0) => bytes.extend([0x20 + small % 3, *small]),
                    Some(1) => {
                        bytes.push(0x10);
                        put(&mut bytes, *large);
                    }
                    Some(_) => {
                        bytes.extend([0x28 + (large % 23) as u8, *small]);
                        put(&mut bytes, *large);
                    }
                }
            }
            body(&bytes)
        }).collect();
        check_same(&module(&bodies));
    }

    /// What was never packed ends, and is refused.
    #[test]
    fn anything_else_is_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(unpacked(&bytes, 1 << 16).is_err());
    }
}
