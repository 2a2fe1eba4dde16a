//! The words about working offline and installing.

use crate::i18n::Language;

pub struct OfflineText {
    pub title: &'static str,
    pub ready: &'static str,
    pub failed: &'static str,
    pub insecure: &'static str,
    pub unsupported: &'static str,
    pub installed: &'static str,
    pub not_installed: &'static str,
    pub install: &'static str,
}

impl OfflineText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: OfflineText = OfflineText {
    title: "Offline",
    ready: "Registrar opens at this address without a network, in this browser.",
    failed: "Registrar is not kept for use without a network. The network was lost, the host does not have all files, or the browser has \
             no room or blocks storage. This is tried again when the page is opened.",
    insecure: "Registrar does not open here without a network. Browsers keep pages only at https:// addresses and on this computer’s own \
               localhost, and this address is neither. While the page is open, it needs no network.",
    unsupported: "Registrar does not open here without a network, because this browser or this private window keeps no pages. While the \
                  page is open, it needs no network.",
    installed: "Registrar is installed as an app on this device.",
    not_installed: "Registrar is open in the browser. It is not installed as an app here.",
    install: "Install Registrar",
};

pub static KOREAN: OfflineText = OfflineText {
    title: "오프라인",
    ready: "이 브라우저에서는 네트워크 없이도 이 주소에서 Registrar를 열 수 있습니다.",
    failed: "네트워크 없이 쓸 수 있도록 Registrar를 보관하지 못했습니다. 네트워크가 끊겼거나, 호스트에 일부 파일이 없거나, 브라우저에 공간이 없거나 \
             저장이 막혀 있습니다. 페이지를 열 때 다시 시도합니다.",
    insecure: "이 주소에서는 네트워크 없이 Registrar를 열 수 없습니다. 브라우저는 https:// 주소와 이 컴퓨터의 localhost에서만 페이지를 보관하는데, 이 \
               주소는 둘 다 아닙니다. 페이지가 열려 있는 동안에는 네트워크가 필요하지 않습니다.",
    unsupported: "이 브라우저 또는 비공개 창은 페이지를 보관하지 않으므로 네트워크 없이 Registrar를 열 수 없습니다. 페이지가 열려 있는 동안에는 \
                  네트워크가 필요하지 않습니다.",
    installed: "Registrar가 이 기기에 앱으로 설치되어 있습니다.",
    not_installed: "Registrar를 브라우저에서 열었습니다. 앱으로 설치되어 있지는 않습니다.",
    install: "Registrar 설치",
};
