//! The code of a component: its function as a hook, so that Yew's own macro sees to the hooks in it, and what draws it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Error, FnArg, Ident, ItemFn, Result, Type};

pub fn written(function: &ItemFn) -> Result<TokenStream> {
    let ItemFn { attrs, vis, sig, block } = function;
    let (name, output) = (&sig.ident, &sig.output);
    let mut inputs = sig.inputs.iter();
    let hook = format_ident!("use_part");
    let (defined, props, given, passed) = match (inputs.next(), inputs.next()) {
        (None, _) => {
            let defined = quote!(#(#attrs)* #[derive(PartialEq)] #vis struct #name {});
            (defined, quote!(#name), TokenStream::new(), TokenStream::new())
        }
        (Some(FnArg::Typed(argument)), None) => {
            let Type::Reference(reference) = &*argument.ty else {
                return Err(Error::new_spanned(&argument.ty, "a component takes a reference to its properties"));
            };
            let props = &reference.elem;
            let defined = named(attrs, vis, name, props);
            (defined, quote!(#props), quote!(#argument), quote!(self))
        }
        _ => return Err(Error::new_spanned(&sig.inputs, "a component takes its properties, and nothing else")),
    };
    Ok(quote! {
        #defined

        impl ::registrar::markup::Part for #props {
            const NAME: &'static str = ::std::concat!(::std::module_path!(), "::", ::std::stringify!(#name));

            fn draw(&self, context: &mut ::yew::functional::HookContext) -> ::yew::Html {
                #[::yew::functional::hook]
                fn #hook(#given) #output #block
                ::yew::functional::Hook::run(#hook(#passed), context)
            }
        }
    })
}

/// The name of the component, as another name of its properties; if they are called the same, that is enough.
fn named(attributes: &[syn::Attribute], visibility: &syn::Visibility, name: &Ident, props: &Type) -> TokenStream {
    quote!(#(#attributes)* #visibility type #name = #props;)
}
