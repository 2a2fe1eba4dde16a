//! What the page calls. The packed module lies where [`input`] says; what [`unpack`] makes of it, where [`output`] says.
//!
//! A page calls each once, and forgets all of it: nothing is ever called while something else here runs.
#![expect(unsafe_code, reason = "memory that JavaScript reads and writes is known to it by its address")]

use core::panic::PanicInfo;
use core::ptr::addr_of_mut;

use crate::{LARGEST, MEMORY, Memory};

static mut PACKED: [u8; LARGEST] = [0; LARGEST];
static mut MODULE: [u8; LARGEST] = [0; LARGEST];
static mut MODEL: Memory = [0; MEMORY];

/// Where the packed module belongs.
#[unsafe(no_mangle)]
pub extern "C" fn input() -> *mut u8 {
    addr_of_mut!(PACKED).cast()
}

/// Where the module is when it is unpacked.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *mut u8 {
    addr_of_mut!(MODULE).cast()
}

/// Unpacks a module of so many bytes. Returns how many it has then, or 0 when it is damaged.
#[unsafe(no_mangle)]
pub extern "C" fn unpack(length: usize) -> usize {
    // SAFETY: the one thread that there is runs nothing else meanwhile, and a call ends before the next begins.
    let (packed, module, memory) =
        unsafe { (&*addr_of_mut!(PACKED), &mut *addr_of_mut!(MODULE), &mut *addr_of_mut!(MODEL)) };
    let packed = packed.get(..length).unwrap_or_default();
    crate::unpack(packed, module, memory).unwrap_or_default()
}

#[panic_handler]
fn stop(_: &PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
