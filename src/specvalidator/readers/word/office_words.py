"""What Word and WPS write where nobody wrote anything: prompts of controls, errors of fields."""

import re

_PROMPTS = frozenset(
    "".join(prompt.casefold().split()).rstrip(".。…")
    for prompt in (
        # Chinese, as Word, WPS and their templates have it
        *("单击或点击此处输入文字", "单击此处输入文字", "点击此处输入文字", "单击此处添加文字"),
        *("单击此处", "点击此处", "点击输入"),
        *("单击或点击以输入日期", "单击或点击此处输入日期", "单击此处输入日期", "选择日期"),
        *(
            "选择一项",
            "请选择",
            "选择构建基块",
            "请输入文字",
            "请输入",
            "键入文字",
            "在此处键入文本",
        ),
        *("在此处键入公式", "[键入文字]", "[键入文档标题]", "[键入公司名称]", "[键入作者姓名]"),
        *("[在此处键入]", "[在此键入]", "[选取日期]", "[键入内容]", "点击选择", "单击图标添加图片"),
        *(
            "點選或輕觸這裡以輸入文字",
            "按一下或點選這裡以輸入文字",
            "按一下這裡以輸入文字",
            "選擇一個項目",
        ),
        *("按一下或點選以輸入日期", "按一下這裡以輸入日期", "[鍵入文字]"),
        # English
        *("Click or tap here to enter text", "Click here to enter text", "Choose an item"),
        *("Click or tap to enter a date", "Click here to enter a date", "Choose a building block"),
        *("[Type here]", "[Type text]", "Type equation here", "Enter any content that you want to"),
        # other languages of Word
        *("Klicken oder tippen Sie hier, um Text einzugeben", "Wählen Sie ein Element aus"),
        *(
            "Klicken oder tippen Sie, um ein Datum einzugeben",
            "Klicken Sie hier, um Text einzugeben",
        ),
        *("Cliquez ou appuyez ici pour entrer du texte", "Choisissez un élément"),
        *("Cliquez ou appuyez ici pour entrer une date", "Cliquez ici pour taper du texte"),
        *("Haga clic o pulse aquí para escribir texto", "Elija un elemento"),
        *("Haga clic aquí o pulse para escribir una fecha", "Haga clic aquí para escribir texto"),
        *("Fare clic o toccare qui per immettere il testo", "Scegliere un elemento"),
        *("Fare clic o toccare qui per immettere una data",),
        *("Clique ou toque aqui para inserir o texto", "Escolher um item", "Escolha um item"),
        *("Clique ou toque aqui para introduzir texto", "Clique ou toque para inserir uma data"),
        *(
            "Klik of tik om tekst in te voeren",
            "Kies een item",
            "Klik of tik om een datum in te voeren",
        ),
        *("Место для ввода текста", "Выберите элемент", "Место для ввода даты"),
        *("ここをクリックまたはタップしてテキストを入力してください", "アイテムを選択してください"),
        *(
            "クリックまたはタップして日付を入力してください",
            "ここをクリックしてテキストを入力してください",
        ),
        *("텍스트를 입력하려면 여기를 클릭하거나 탭하세요", "항목을 선택하세요"),
        *("날짜를 입력하려면 클릭하거나 탭하세요", "텍스트를 입력하려면 여기를 클릭하세요"),
        *("Kliknij lub naciśnij tutaj, aby wprowadzić tekst", "Wybierz element"),
        *("Klikněte nebo klepněte sem a zadejte text", "Zvolte položku"),
        *("Klicka eller tryck här för att ange text", "Välj ett objekt"),
        *("Klik eller tryk her for at skrive tekst", "Vælg et element"),
        *("Klikk eller trykk her for å skrive inn tekst", "Velg et element"),
        *("Kirjoita tekstiä napsauttamalla tai napauttamalla tätä", "Valitse kohde"),
        *("Metin girmek için buraya tıklayın veya dokunun", "Bir öğe seçin"),
        *("Bấm hoặc gõ nhẹ vào đây để nhập văn bản", "Chọn một mục"),
    )
)
_CHINESE_PROMPT = re.compile(
    r"[\[［【〔(（<＜]?请?在?(?:(?:双击|单击|點選|点击|按一下|轻触|点)"
    r"(?:或(?:点击|點選|輕觸|轻触|单击))?(?:此处|此|这里|這裡|以)|(?:此处|这里|這裡))"
    r"(?:以|来|可)?(?:输入|键入|輸入|鍵入|选择|選擇|选取|填写|添加|编辑|插入)[^，。；、\d]{0,10}"
    r"[.。…]{0,3}[\]］】〕)）>＞]?"
)
_LONGEST = 60
_ERROR = re.compile(
    r"(?:错误|錯誤|Error|Fehler|Erreur|¡?Error|Errore|Erro|Fout|Ошибка|エラー|오류|Błąd|Hata|Chyba"
    r"|Fel|Fejl|Feil|Virhe|Hiba|Помилка|Σφάλμα|Lỗi|Kesalahan|Ralat|Eroare|Грешка|Pogreška|Greška)"
    r"\s?[!！.．:：]\s?\S.*|[!！](?:语法错误|Syntax Error|未定义书签|未找到引用源).*"
    r"|(?:未找到引用源|找不到引用源|未定义书签)[.。]?|#(?:REF|NAME|VALUE|DIV/0|N/A)[!?]?",
    re.IGNORECASE | re.DOTALL,
)
_MERGED = re.compile(r"[«《<＜]{1,2}\s?[^«»《》<>]{1,60}\s?[»》>＞]{1,2}")


def is_prompt(text: str) -> bool:
    """Say whether some text is nothing but what Word or WPS shows in an empty control."""
    text = "".join(text.casefold().split())
    if not text or len(text) > _LONGEST:
        return False
    return text.rstrip(".。…") in _PROMPTS or _CHINESE_PROMPT.fullmatch(text) is not None


def is_field_error(text: str) -> bool:
    """Say whether the result of a field is the message that it has none."""
    return _ERROR.fullmatch(text.strip()) is not None


def is_unmerged(text: str) -> bool:
    """Say whether the result of a MERGEFIELD is the name of what should be put there."""
    return not text.strip() or _MERGED.fullmatch(text.strip()) is not None
