//! The instructions and hints of the steps, in the order of their declaration.

use super::StepText;

const fn step(instruction: &'static str, hint: &'static str) -> StepText {
    StepText { instruction, hint }
}

pub static ENGLISH: [StepText; 34] = [
    step("Open **Registry**.", "The first place of the navigation. W&B’s guide opens wandb.ai/registry here."),
    step("Press **Create registry**.", "You find it within **Custom registry**."),
    step(
        "Fill in **Name**.",
        "For instance Fine_Tuned_Models. The field shows the full name that programs use, and at once whether the name is \
         taken.",
    ),
    step("Fill in **Description**.", "Optional: leave it empty and go on if you like."),
    step(
        "Set **Registry visibility**.",
        "Who can view the registry. Leave **Organization** for now: step 12 restricts it.",
    ),
    step(
        "Set **Accepted artifacts type**.",
        "**All types** takes whatever is linked, **Specify types** only what you name.",
    ),
    step(
        "Fill in **Add artifact type**.",
        "One or more, such as model; Enter or **Add** adds it. A type can never be removed once it is saved.",
    ),
    step("Press **Create registry** below.", "At the foot of the dialog. You become the registry’s admin and owner."),
    step("Go back to **Registry**.", "Your registry stands first within **Custom registry**."),
    step("Select your registry.", "Its page says what it is, who its members are, and why you have your role."),
    step("Press the gear, **Settings**.", "In the upper right corner."),
    step(
        "Choose **Restricted**, **Save changes**.",
        "From the **Registry visibility** dropdown. Who loses access stands above **Save changes** before you press it.",
    ),
    step("Press **Add member**.", "In the section **Registry members and roles**."),
    step(
        "Fill in **Member**.",
        "An email or a username of somebody in the organization: omar.haddad in the demo. If you are alone, add a person \
         under **People & teams** first.",
    ),
    step(
        "Press **Add new member**.",
        "They have access at once. Choose them under **Acting as**, and see what they see.",
    ),
    step(
        "Open a project under **Projects**.",
        "One in which you can log artifacts. If there is none, press **Create project**.",
    ),
    step("Press **Log artifact**.", "Above the artifacts of the project."),
    step(
        "Fill it in and press **Log artifact**.",
        "**Name** and **Type** are enough, such as my-first and model. Or open the page of a version that exists.",
    ),
    step(
        "Select a registry under **Registry**.",
        "One that you can change. Models is in every organization, and it accepts the type model.",
    ),
    step(
        "Press **Create collection**.",
        "In the section **Collections**. Or open a collection that exists with **View details**.",
    ),
    step(
        "Fill it in, press **Create collection**.",
        "**Name** and **Type** are enough. The type is that of the artifact, and never changes.",
    ),
    step("Press **Link new version**.", "At the top of the collection’s page."),
    step(
        "Choose a version and press **Link**.",
        "By **Team**, **Project**, **Artifact** and **Version**. The dialog says beforehand whether it will link.",
    ),
    step("Press **View** at a version.", "In the section **Versions**. The newest version has the alias latest."),
    step(
        "Add one under **Protected Aliases**.",
        "For example production. From then on, only registry admins can move it.",
    ),
    step(
        "Press **View details** at a collection.",
        "In the section **Collections**. Choose one with two versions or more.",
    ),
    step(
        "Give the protected alias to the version.",
        "Press + at **Aliases**, type the alias and press **Add**. A lock marks it.",
    ),
    step(
        "Give it to another version.",
        "Go back to the collection and open another version. An alias names one version, so it moves: the form says from where.",
    ),
    step(
        "Press **Promotions** in the registry.",
        "It lists the version that carries the alias, the earlier ones, and who can move it.",
    ),
    step("Add a tag to the collection.", "Press + at **Tags**, type a tag such as stable and press **Add**."),
    step(
        "**Edit description**, then **Save**.",
        "Write what the collection is for. Markdown gives headings, lists and links.",
    ),
    step(
        "Add a tag to the version.",
        "At **Tags**. Tags belong to the version in its project, so every link shows them, and changing them requires access there.",
    ),
    step(
        "Search for the tag and open the result.",
        "Press / or click into the field at the top. Open a result from your collection.",
    ),
    step(
        "Press **Unlink version** on its page.",
        "The version stays in its project. With a protected alias, only registry admins can unlink it.",
    ),
];

pub static KOREAN: [StepText; 34] = [
    step("**레지스트리**를 엽니다.", "메뉴의 첫 번째 항목입니다. W&B 가이드에서는 wandb.ai/registry를 엽니다."),
    step("**레지스트리 만들기**를 누릅니다.", "**커스텀 레지스트리** 부분에 있습니다."),
    step(
        "**이름**을 입력합니다.",
        "예를 들면 Fine_Tuned_Models입니다. 프로그램에서 쓸 전체 이름이 표시되고, 이미 쓰는 이름인지도 바로 알려 줍니다.",
    ),
    step("**설명**을 입력합니다.", "선택 사항이니 비워 두고 넘어가도 됩니다."),
    step(
        "**레지스트리 공개 범위**를 선택합니다.",
        "누가 볼 수 있는지 정합니다. 12단계에서 제한할 테니 지금은 **조직**으로 두세요.",
    ),
    step(
        "**허용 아티팩트 유형**을 선택합니다.",
        "**모든 유형**은 무엇이든 받고, **유형 지정**은 지정한 유형만 받습니다.",
    ),
    step(
        "**아티팩트 유형 추가**에 유형을 입력합니다.",
        "model처럼 하나 이상 입력하고 Enter나 **추가**를 누릅니다. 한번 저장한 유형은 뺄 수 없습니다.",
    ),
    step(
        "아래 **레지스트리 만들기**를 누릅니다.",
        "대화 상자 맨 아래에 있습니다. 내가 레지스트리의 관리자이자 소유자가 됩니다.",
    ),
    step("**레지스트리**로 돌아갑니다.", "만든 레지스트리가 **커스텀 레지스트리** 부분의 맨 앞에 있습니다."),
    step("만든 레지스트리를 선택합니다.", "어떤 곳인지, 멤버가 누구인지, 내 역할이 왜 그런지 볼 수 있습니다."),
    step("톱니바퀴 **설정**을 누릅니다.", "오른쪽 위에 있습니다."),
    step(
        "**제한됨**을 선택하고 **변경 사항 저장**을 누릅니다.",
        "**레지스트리 공개 범위**에서 선택합니다. 누가 접근할 수 없게 되는지는 저장하기 전에 **변경 사항 저장** 위에 나타납니다.",
    ),
    step("**멤버 추가**를 누릅니다.", "**레지스트리 멤버와 역할** 부분에 있습니다."),
    step(
        "**멤버**를 입력합니다.",
        "조직 멤버의 이메일이나 사용자 이름입니다. 데모 조직이라면 omar.haddad를 입력해 보세요. 혼자라면 **사람과 팀**에서 사람을 먼저 \
         추가하세요.",
    ),
    step(
        "**새 멤버 추가**를 누릅니다.",
        "바로 접근할 수 있게 됩니다. **활동 계정**에서 그 사람을 선택해 무엇이 보이는지 확인해 보세요.",
    ),
    step(
        "**프로젝트**에서 하나를 엽니다.",
        "아티팩트를 기록할 수 있는 프로젝트를 엽니다. 없으면 **프로젝트 만들기**를 누르세요.",
    ),
    step("**아티팩트 기록**을 누릅니다.", "프로젝트의 아티팩트 목록 위에 있습니다."),
    step(
        "입력하고 **아티팩트 기록**을 누릅니다.",
        "my-first와 model처럼 **이름**과 **유형**만 있으면 됩니다. 이미 있는 버전의 페이지를 열어도 됩니다.",
    ),
    step(
        "**레지스트리**에서 하나를 선택합니다.",
        "변경할 수 있는 레지스트리를 선택합니다. Models는 모든 조직에 있고 model 유형을 받습니다.",
    ),
    step(
        "**컬렉션 만들기**를 누릅니다.",
        "**컬렉션** 부분에 있습니다. **자세히 보기**로 이미 있는 컬렉션을 열어도 됩니다.",
    ),
    step(
        "입력하고 **컬렉션 만들기**를 누릅니다.",
        "**이름**과 **유형**만 있으면 됩니다. 유형은 아티팩트와 같아야 하고 나중에 바꿀 수 없습니다.",
    ),
    step("**새 버전 연결**을 누릅니다.", "컬렉션 페이지 위쪽에 있습니다."),
    step(
        "버전을 선택하고 **연결**을 누릅니다.",
        "**팀**, **프로젝트**, **아티팩트**, **버전**을 차례로 선택합니다. 연결할 수 있는지 미리 알려 줍니다.",
    ),
    step("버전의 **보기**를 누릅니다.", "**버전** 부분에 있습니다. 최신 버전에는 latest 별칭이 붙습니다."),
    step(
        "**보호된 별칭**을 하나 추가합니다.",
        "예를 들면 production입니다. 이제 레지스트리 관리자만 이 별칭을 옮길 수 있습니다.",
    ),
    step("컬렉션의 **자세히 보기**를 누릅니다.", "**컬렉션** 부분에서 버전이 두 개 이상인 컬렉션을 선택합니다."),
    step(
        "버전에 보호된 별칭을 붙입니다.",
        "**별칭**에서 +를 누르고 별칭을 입력한 다음 **추가**를 누릅니다. 자물쇠가 표시됩니다.",
    ),
    step(
        "다른 버전에 같은 별칭을 붙입니다.",
        "컬렉션으로 돌아가 다른 버전을 엽니다. 별칭은 버전 하나만 가리키므로 옮겨지고, 어느 버전에서 오는지 미리 알려 줍니다.",
    ),
    step(
        "레지스트리의 **승격 기록**을 누릅니다.",
        "별칭이 붙은 버전과 이전 버전, 별칭을 옮길 수 있는 사람이 나옵니다.",
    ),
    step("컬렉션에 태그를 추가합니다.", "**태그**에서 +를 누르고 stable 같은 태그를 입력한 다음 **추가**를 누릅니다."),
    step(
        "**설명 편집**을 누르고 **저장**합니다.",
        "컬렉션의 용도를 적습니다. 마크다운으로 제목, 목록, 링크를 쓸 수 있습니다.",
    ),
    step(
        "버전에 태그를 추가합니다.",
        "**태그**에서 추가합니다. 태그는 프로젝트의 버전에 속해 모든 연결에 나타나므로, 프로젝트 쓰기 권한도 필요합니다.",
    ),
    step("태그를 검색해 결과를 엽니다.", "/를 누르거나 위쪽 검색창을 선택합니다. 따라 하던 컬렉션의 결과를 여세요."),
    step(
        "페이지에서 **버전 연결 해제**를 누릅니다.",
        "버전은 프로젝트에 남습니다. 보호된 별칭이 있으면 레지스트리 관리자만 해제할 수 있습니다.",
    ),
];
