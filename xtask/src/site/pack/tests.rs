//! Modules made by hand, one for each kind of instruction, and what is wrong with others.

use super::*;

/// The body of a function of `(local i32 i64 i64)` that does this.
fn body(instructions: &[u8]) -> Vec<u8> {
    let mut body = vec![2, 1, 0x7f, 2, 0x7e];
    body.extend(instructions);
    body.push(0x0b);
    body
}

/// A module with these bodies of functions, and something before and after them.
fn module(bodies: &[Vec<u8>]) -> Vec<u8> {
    let mut code = Vec::new();
    bytes::put(&mut code, bodies.len());
    for body in bodies {
        bytes::put(&mut code, body.len());
        code.extend(body);
    }
    let mut module = PREAMBLE.to_vec();
    for (kind, section) in [(1, vec![1, 0x60, 0, 0]), (10, code), (11, vec![1, 1, 3, b'a', b'b', b'c'])] {
        module.push(kind);
        bytes::put(&mut module, section.len());
        module.extend(section);
    }
    module
}

fn of(instructions: &[u8]) -> Vec<u8> {
    module(&[body(instructions)])
}

/// What the section of a packed module holds.
fn streams(packed: &[u8]) -> Result<&[u8]> {
    let mut rest = bytes::Bytes(packed);
    assert_eq!(rest.take(PREAMBLE.len())?, PREAMBLE);
    assert_eq!(rest.byte()?, CUSTOM);
    let length = rest.number()?;
    let mut section = bytes::Bytes(rest.take(length)?);
    assert!(rest.is_empty());
    let length = section.number()?;
    assert_eq!(section.take(length)?, NAME.as_bytes());
    Ok(section.0)
}

fn check_same(module: &[u8]) {
    let packed = packed(module).expect("it is packed");
    let streams = streams(&packed).expect("what is packed is a module");
    assert_eq!(read::module(streams).expect("it is unpacked"), module);
}

fn check_refused(module: &[u8], reason: &str) {
    let error = format!("{:#}", packed(module).expect_err("it is refused"));
    assert!(error.contains(reason), "{error}");
}

/// Instructions with all kinds of operands.
const ALL: &[&[u8]] = &[
    &[0x02, 0x40, 0x03, 0x7f, 0x04, 0x05, 0x01, 0x05, 0x0b, 0x0b, 0x0b],
    &[0x0c, 0x00, 0x0d, 0x81, 0x01, 0x0f],
    &[0x0e, 0x03, 0x00, 0x01, 0x80, 0x01, 0x02],
    &[0x10, 0xc0, 0x84, 0x3d, 0x11, 0x05, 0x00],
    &[0x1a, 0x1b, 0x1c, 0x01, 0x7f, 0x45, 0xc4],
    &[0x20, 0x02, 0x21, 0x00, 0x22, 0x01, 0x20, 0x01, 0x20, 0x00, 0x20, 0x00],
    &[0x23, 0x00, 0x24, 0x01, 0x25, 0x00, 0x26, 0x00],
    &[0x28, 0x02, 0x00, 0x28, 0x00, 0x88, 0x01, 0x29, 0x03, 0x08, 0x36, 0x02, 0x04, 0x3e, 0x01, 0x00],
    &[0x3f, 0x00, 0x40, 0x00],
    &[0x41, 0x00, 0x41, 0x7f, 0x41, 0x80, 0x80, 0xc0, 0x00, 0x41, 0x80, 0x80, 0x80, 0x80, 0x78],
    &[0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f, 0x42, 0x01],
    &[0x43, 0xff, 0xff, 0xff, 0xff, 0x44, 0x80, 0x0b, 0x0b, 0x0b, 0, 0, 0, 0x80],
    &[0xd0, 0x70, 0xd1, 0xd2, 0x00],
    &[0xfc, 0x03, 0xfc, 0x08, 0x01, 0x00, 0xfc, 0x0a, 0x00, 0x00, 0xfc, 0x0b, 0x00, 0xfc, 0x10, 0x00],
];

#[test]
fn every_kind_of_instruction_is_the_same_again() {
    check_same(&module(&[]));
    check_same(&of(&[]));
    for instructions in ALL {
        check_same(&of(instructions));
    }
    check_same(&of(&ALL.concat()));
    check_same(&module(&ALL.iter().map(|instructions| body(instructions)).collect::<Vec<_>>()));
}

#[test]
fn functions_of_all_lengths_are_the_same_again() {
    check_same(&module(&[0, 100, 127, 128, 5_000, 20_000].map(|count| body(&vec![0x01; count]))));
}

/// Functions as they come, without meaning, from a small generator of numbers.
#[test]
fn whatever_functions_do_is_the_same_again() {
    let mut state = 1_u32;
    let mut choose = |among: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % among
    };
    for _ in 0..50 {
        let bodies: Vec<_> = (0..choose(20))
            .map(|_| {
                let mut instructions = Vec::new();
                for _ in 0..choose(200) {
                    match choose(4) {
                        0 => {
                            instructions.push([0x20, 0x21, 0x22, 0x41, 0x10][choose(5)]);
                            bytes::put(&mut instructions, choose(0x40));
                        }
                        1 => {
                            instructions.push(0x28 + choose(23) as u8);
                            bytes::put(&mut instructions, choose(4));
                            bytes::put(&mut instructions, choose(0x1000));
                        }
                        _ => instructions.extend(ALL[choose(ALL.len())]),
                    }
                }
                body(&instructions)
            })
            .collect();
        check_same(&module(&bodies));
    }
}

#[test]
fn what_is_frequent_takes_one_byte() -> Result<()> {
    let often: Vec<u8> = [0x41, 0x80, 0x80, 0xc0, 0x00].repeat(1_000);
    let rare = packed(&of(&[0x01; 1_000]))?.len();
    assert!(packed(&of(&often))?.len() < rare + 20);
    Ok(())
}

#[test]
fn what_is_not_known_is_refused() {
    check_refused(b"\0asm\x02\0\0\0", "no module");
    check_refused(b"", "no module");
    check_refused(PREAMBLE, "no code");
    check_refused(&of(&[0x06, 0x40]), "0x06 is not known");
    check_refused(&of(&[0xfd, 0x0c]), "0xfd is not known");
    check_refused(&of(&[0xfc, 0x12]), "0xfc 18 is not known");
    check_refused(&of(&[0x28, 0x42, 0x01, 0x00]), "more than one memory");
    check_refused(&of(&[0x20, 0x80, 0x80, 0x04]), "no such local");
    check_refused(&of(&[0x0b, 0x01]), "follows the end");
    check_refused(&of(&[0x20, 0x81, 0x00]), "bytes were unpacked instead of");
    check_refused(&module(&[vec![0x80, 0x00, 0x0b], vec![0x00, 0x41]]), "number does not end");
}

#[test]
fn a_module_that_ends_too_early_is_an_error() {
    let module = of(&ALL.concat());
    for end in 0..module.len() {
        // What follows the code is copied as it is: without it, what is left is a module.
        let without_data = module.len() - 8;
        assert_eq!(packed(&module[..end]).is_ok(), end >= without_data, "cut at {end} of {}", module.len());
    }
}

#[test]
fn what_is_damaged_is_an_error_or_another_module() -> Result<()> {
    let module = of(&ALL.concat());
    let whole = packed(&module)?;
    let whole = streams(&whole)?;
    for end in 0..whole.len() {
        assert!(read::module(&whole[..end]).is_err(), "cut at {end}");
    }
    for place in 0..whole.len() {
        for bit in 0..8 {
            let mut damaged = whole.to_vec();
            damaged[place] ^= 1 << bit;
            // It ends, and it does not panic.
            read::module(&damaged).ok();
        }
    }
    Ok(())
}
