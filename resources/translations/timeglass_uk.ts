<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Timeglass</source>
        <translation>Про Timeglass</translation>
    </message>
    <message>
        <source>A desktop timeline viewer: dates that keep their doubt, sources, search, a PDF fit for print.</source>
        <translation>Переглядач хронологій: дати, що зберігають свою непевність, джерела, пошук і PDF, придатний до друку.</translation>
    </message>
    <message>
        <source>Version {version}, with Qt {qt}</source>
        <translation>Версія {version}, з Qt {qt}</translation>
    </message>
    <message>
        <source>The code stands under the MIT licence, the built-in timeline under CC BY 4.0, the font Inter under the SIL Open Font License, Qt under the LGPL 3.</source>
        <translation>Код поширюється за ліцензією MIT, вбудована хронологія – за CC BY 4.0, шрифт Inter – за SIL Open Font License, Qt – за LGPL 3.</translation>
    </message>
    <message>
        <source>Nothing that you open, search or write leaves this computer.</source>
        <translation>Ніщо з того, що ви відкриваєте, шукаєте чи записуєте, не залишає цього комп’ютера.</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>Складники та їхні ліцензії</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>in {part}</source>
        <translation>у складі {part}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>Відкрити…</translation>
    </message>
    <message>
        <source>Add to this timeline…</source>
        <translation>Додати до цієї хронології…</translation>
    </message>
    <message>
        <source>Open the built-in timeline</source>
        <translation>Відкрити вбудовану хронологію</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>Прочитати файл знову</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Експортувати…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Друкувати…</translation>
    </message>
    <message>
        <source>Problems in the file</source>
        <translation>Проблеми у файлі</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Закрити вікно</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Пошук</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Наступний збіг</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Попередній збіг</translation>
    </message>
    <message>
        <source>Hide the rest</source>
        <translation>Сховати решту</translation>
    </message>
    <message>
        <source>Find other forms of the words</source>
        <translation>Шукати й інші форми слів</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистити пошук</translation>
    </message>
    <message>
        <source>Select all shown</source>
        <translation>Вибрати все показане</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Скасувати вибір</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Наблизити</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Віддалити</translation>
    </message>
    <message>
        <source>Fit all</source>
        <translation>Показати все</translation>
    </message>
    <message>
        <source>Fit the selection</source>
        <translation>Вписати вибране</translation>
    </message>
    <message>
        <source>Wheel zooms</source>
        <translation>Коліщатко масштабує</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>За категорією</translation>
    </message>
    <message>
        <source>By era</source>
        <translation>За епохою</translation>
    </message>
    <message>
        <source>By actor</source>
        <translation>За учасником</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>За місцем</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>За міткою</translation>
    </message>
    <message>
        <source>In one lane</source>
        <translation>Однією доріжкою</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>Фасети</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробиці</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Огляд</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Як у системі</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Світлі</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Темні</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>На весь екран</translation>
    </message>
    <message>
        <source>Earlier view</source>
        <translation>Попередній вигляд</translation>
    </message>
    <message>
        <source>Later view</source>
        <translation>Наступний вигляд</translation>
    </message>
    <message>
        <source>Go to date or event…</source>
        <translation>Перейти до дати чи події…</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>Попередня подія</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Наступна подія</translation>
    </message>
    <message>
        <source>First event</source>
        <translation>Перша подія</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Остання подія</translation>
    </message>
    <message>
        <source>One screen back</source>
        <translation>На екран назад</translation>
    </message>
    <message>
        <source>One screen on</source>
        <translation>На екран уперед</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Довідка</translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation>Клавіші й жести</translation>
    </message>
    <message>
        <source>About Timeglass</source>
        <translation>Про Timeglass</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Зміни</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вигляд</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Перехід</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Довідка</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Відкрити недавні</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Доріжки</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Кольори</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Мова вікна</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Мова текстів</translation>
    </message>
    <message>
        <source>Columns of the table…</source>
        <translation>Стовпці таблиці…</translation>
    </message>
    <message>
        <source>Keep this search…</source>
        <translation>Зберегти цей пошук…</translation>
    </message>
    <message>
        <source>Keep this view…</source>
        <translation>Зберегти цей вигляд…</translation>
    </message>
    <message>
        <source>Kept searches and views…</source>
        <translation>Збережені пошуки й вигляди…</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>Збережені пошуки</translation>
    </message>
    <message>
        <source>Kept views</source>
        <translation>Збережені вигляди</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Копіювати як текст</translation>
    </message>
    <message>
        <source>Citation: author and date</source>
        <translation>Посилання: автор і рік</translation>
    </message>
    <message>
        <source>Citation: note</source>
        <translation>Посилання: примітка</translation>
    </message>
    <message>
        <source>CSL-JSON</source>
        <translation>CSL-JSON</translation>
    </message>
    <message>
        <source>BibTeX</source>
        <translation>BibTeX</translation>
    </message>
    <message>
        <source>Copy the sources as</source>
        <translation>Копіювати джерела як</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Графіки</translation>
    </message>
    <message>
        <source>More charts at once</source>
        <translation>Більше графіків одразу</translation>
    </message>
    <message>
        <source>Next chart</source>
        <translation>Наступний графік</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Легенда</translation>
    </message>
    <message>
        <source>Copy the view as a picture</source>
        <translation>Копіювати вигляд як зображення</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Менше руху</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Showing {range}</source>
        <translation>Показано {range}</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} (від {low} до {high})</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>від {low} до {high}</translation>
    </message>
    <message>
        <source>Chart {number} of {of}: {what}</source>
        <translation>Графік {number} з {of}: {what}</translation>
    </message>
    <message>
        <source>No values in view</source>
        <translation>На екрані немає значень</translation>
    </message>
    <message>
        <source>{title}: {values}, {low} to {high}</source>
        <translation>{title}: {values}, від {low} до {high}</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Printing</source>
        <translation>Друк</translation>
    </message>
    <message>
        <source>Pages are still being printed.</source>
        <translation>Сторінки ще друкуються.</translation>
    </message>
    <message>
        <source>The window closes by itself when they are.</source>
        <translation>Вікно закриється саме, щойно їх буде надруковано.</translation>
    </message>
    <message>
        <source>Stop printing and close</source>
        <translation>Зупинити друк і закрити</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>Не закривати вікно</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>Стовпці</translation>
    </message>
    <message>
        <source>How is {name} to be read?</source>
        <translation>Як читати {name}?</translation>
    </message>
    <message>
        <source>It is a table, and these are the parts of events that its columns seem to hold. What you choose here counts for all tables with the same columns.</source>
        <translation>Це таблиця, і ось які частини подій, схоже, містять її стовпці. Вибране тут діє для всіх таблиць із такими самими стовпцями.</translation>
    </message>
    <message>
        <source>Found from the dates</source>
        <translation>За самими датами</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>Спершу день</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>Спершу місяць</translation>
    </message>
    <message>
        <source>Use these columns</source>
        <translation>Узяти ці стовпці</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Як визначено</translation>
    </message>
    <message>
        <source>Take every column for what its name and content say</source>
        <translation>Визначити кожен стовпець за його назвою та вмістом</translation>
    </message>
    <message>
        <source>Dates such as 1/2/2020</source>
        <translation>Дати на зразок 1/2/2020</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Read as day, month, year</source>
        <translation>Прочитано як день, місяць, рік</translation>
    </message>
    <message>
        <source>Read as month, day, year</source>
        <translation>Прочитано як місяць, день, рік</translation>
    </message>
    <message>
        <source>No column holds dates: choose at least one for the date or start.</source>
        <translation>Жоден стовпець не містить дат: виберіть принаймні один для дати або початку.</translation>
    </message>
    <message>
        <source>{events} from all {rows} rows.</source>
        <translation>{events} з усіх рядків ({rows}).</translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>Рядок {line}: {words}</translation>
    </message>
    <message>
        <source>{events} from the first {rows} rows.</source>
        <translation>{events} з перших рядків ({rows}).</translation>
    </message>
</context>
<context>
    <name>ColumnsList</name>
    <message>
        <source>empty</source>
        <translation>порожній</translation>
    </message>
    <message>
        <source>What the column {name} holds</source>
        <translation>Що містить стовпець {name}</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>In the details</source>
        <translation>У подробицях</translation>
    </message>
</context>
<context>
    <name>ColumnsPreview</name>
    <message>
        <source>What becomes of the table</source>
        <translation>Що вийде з таблиці</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категорія</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Місця</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>Учасники</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробиці</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Джерела</translation>
    </message>
</context>
<context>
    <name>Completing</name>
    <message>
        <source>kept</source>
        <translation>збережено</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Підказки</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copying {events}…</source>
        <translation>Копіювання: {events}…</translation>
    </message>
    <message>
        <source>What is selected names no sources; nothing was copied.</source>
        <translation>Вибране не має джерел; нічого не скопійовано.</translation>
    </message>
    <message>
        <source>The sources of {events} are on the clipboard.</source>
        <translation>Джерела ({events}) – у буфері обміну.</translation>
    </message>
    <message>
        <source>{events} copied.</source>
        <translation>Скопійовано: {events}.</translation>
    </message>
    <message>
        <source>Not copied: {words}</source>
        <translation>Не скопійовано: {words}</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln подія</numerusform>
            <numerusform>%Ln події</numerusform>
            <numerusform>%Ln подій</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln era(s)</source>
        <translation>
            <numerusform>%Ln епоха</numerusform>
            <numerusform>%Ln епохи</numerusform>
            <numerusform>%Ln епох</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln джерело</numerusform>
            <numerusform>%Ln джерела</numerusform>
            <numerusform>%Ln джерел</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln проблема</numerusform>
            <numerusform>%Ln проблеми</numerusform>
            <numerusform>%Ln проблем</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln сторінка</numerusform>
            <numerusform>%Ln сторінки</numerusform>
            <numerusform>%Ln сторінок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>і ще %Ln</numerusform>
            <numerusform>і ще %Ln</numerusform>
            <numerusform>і ще %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln значення</numerusform>
            <numerusform>%Ln значення</numerusform>
            <numerusform>%Ln значень</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>A fault in Timeglass</source>
        <translation>Збій у Timeglass</translation>
    </message>
    <message>
        <source>Something went wrong in Timeglass.</source>
        <translation>У Timeglass щось пішло не так.</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of your file. The window stays open, but what you did last may not have been carried out.</source>
        <translation>Це помилка програми, а не вашого файлу. Вікно лишається відкритим, але останню дію, можливо, не виконано.</translation>
    </message>
    <message>
        <source>The report below holds versions and places in the program; nothing out of your files.</source>
        <translation>Звіт нижче містить версії та місця в програмі й нічого з ваших файлів.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Звіт</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Копіювати звіт</translation>
    </message>
    <message>
        <source>Show the logs</source>
        <translation>Показати журнали</translation>
    </message>
    <message>
        <source>Quit Timeglass</source>
        <translation>Вийти з Timeglass</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продовжити</translation>
    </message>
</context>
<context>
    <name>DateFaults</name>
    <message>
        <source>no date: the text is empty</source>
        <translation>дати немає: текст порожній</translation>
    </message>
    <message>
        <source>a date is missing</source>
        <translation>бракує дати</translation>
    </message>
    <message>
        <source>longer than {} characters</source>
        <translation>довше за {} символів</translation>
    </message>
    <message>
        <source>spaces cannot stand in a date</source>
        <translation>у даті не може бути пробілів</translation>
    </message>
    <message>
        <source>Y is followed by a year of five digits or more, such as Y-10000 or Y-138E8</source>
        <translation>після Y іде рік з п’яти чи більше цифр, як-от Y-10000 або Y-138E8</translation>
    </message>
    <message>
        <source>years have no plus sign</source>
        <translation>роки пишуть без знака плюс</translation>
    </message>
    <message>
        <source>an unspecified digit is a capital X</source>
        <translation>невідому цифру позначає велика X</translation>
    </message>
    <message>
        <source>a year of more than four digits begins with Y</source>
        <translation>рік, довший за чотири цифри, починається з Y</translation>
    </message>
    <message>
        <source>a year has four digits, with zeros in front or X for unknown ones</source>
        <translation>рік має чотири цифри, з нулями попереду або X замість невідомих</translation>
    </message>
    <message>
        <source>two qualifiers in a row: &apos;%&apos; says both</source>
        <translation>два знаки непевності поспіль: «%» означає обидва</translation>
    </message>
    <message>
        <source>a time of day follows a full date, such as 1997-07-09T12:00</source>
        <translation>час доби пишуть після повної дати, як-от 1997-07-09T12:00</translation>
    </message>
    <message>
        <source>expected {}, but the text ends</source>
        <translation>очікувалося: {}, але текст скінчився</translation>
    </message>
    <message>
        <source>expected {}, but found {}</source>
        <translation>очікувалося: {}, але знайдено {}</translation>
    </message>
    <message>
        <source>there is no year -0000: 1 BC is 0000</source>
        <translation>року -0000 немає: 1 рік до н. е. – це 0000</translation>
    </message>
    <message>
        <source>season {} has no days</source>
        <translation>пора року {} не має днів</translation>
    </message>
    <message>
        <source>no month {}: months are 01 to 12, seasons 21 to 41</source>
        <translation>місяця {} немає: місяці – 01–12, пори року – 21–41</translation>
    </message>
    <message>
        <source>no day {} fits {}</source>
        <translation>день {} не підходить до {}</translation>
    </message>
    <message>
        <source>no day {}: {} has {} days</source>
        <translation>дня {} немає: у {} днів – {}</translation>
    </message>
    <message>
        <source>years reach from {} to {}</source>
        <translation>роки сягають від {} до {}</translation>
    </message>
    <message>
        <source>Y is for years of more than four digits</source>
        <translation>Y – для років, довших за чотири цифри</translation>
    </message>
    <message>
        <source>S is followed by how many digits are significant, from 1 on</source>
        <translation>після S стоїть кількість значущих цифр, від 1</translation>
    </message>
    <message>
        <source>no hour {}: hours are 00 to 23, and 24:00:00 the end of a day</source>
        <translation>години {} немає: години – 00–23, а 24:00:00 – кінець дня</translation>
    </message>
    <message>
        <source>no minute {}: 00 to 59</source>
        <translation>хвилини {} немає: 00–59</translation>
    </message>
    <message>
        <source>no second {}: 00 to 59</source>
        <translation>секунди {} немає: 00–59</translation>
    </message>
    <message>
        <source>no zone {}: hours are 00 to 23</source>
        <translation>часового поясу {} немає: години – 00–23</translation>
    </message>
    <message>
        <source>an interval has two ends, not more</source>
        <translation>проміжок має два кінці, не більше</translation>
    </message>
    <message>
        <source>an interval is between single dates, not sets</source>
        <translation>проміжок – між окремими датами, не множинами</translation>
    </message>
    <message>
        <source>an interval is between dates: times of day cannot stand in it</source>
        <translation>проміжок – між датами: часу доби в ньому бути не може</translation>
    </message>
    <message>
        <source>an interval needs a date on one side of &apos;/&apos;, at least</source>
        <translation>проміжок потребує дати хоча б з одного боку «/»</translation>
    </message>
    <message>
        <source>the end lies before the start</source>
        <translation>кінець передує початку</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not closed by &apos;{}&apos;</source>
        <translation>«{}» не закрито знаком «{}»</translation>
    </message>
    <message>
        <source>&apos;..&apos; needs a date on one side</source>
        <translation>«..» потребує дати з одного боку</translation>
    </message>
    <message>
        <source>only the first member of a set can be open towards the past</source>
        <translation>лише перший член множини може бути відкритий у минуле</translation>
    </message>
    <message>
        <source>only the last member of a set can be open towards the future</source>
        <translation>лише останній член множини може бути відкритий у майбутнє</translation>
    </message>
    <message>
        <source>both sides of &apos;..&apos; need the same precision</source>
        <translation>обидва боки «..» потребують однакової точності</translation>
    </message>
</context>
<context>
    <name>DateOrders</name>
    <message>
        <source>days above 12 stand first</source>
        <translation>дні понад 12 стоять першими</translation>
    </message>
    <message>
        <source>days above 12 stand second</source>
        <translation>дні понад 12 стоять другими</translation>
    </message>
    <message>
        <source>both ways would fit, but this is how it is written with dots</source>
        <translation>підійшло б і так, і так, але з крапками пишуть саме так</translation>
    </message>
    <message>
        <source>both ways would fit, but the cells are separated by semicolons, as where days stand first</source>
        <translation>підійшло б і так, і так, але клітинки розділено крапкою з комою, як там, де день стоїть першим</translation>
    </message>
    <message>
        <source>both ways would fit</source>
        <translation>підійшло б і так, і так</translation>
    </message>
    <message>
        <source>as in another column</source>
        <translation>як в іншому стовпці</translation>
    </message>
    <message>
        <source>as chosen</source>
        <translation>як вибрано</translation>
    </message>
</context>
<context>
    <name>DetailFoot</name>
    <message>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <source>Copy what is selected, or its sources</source>
        <translation>Копіювати вибране або його джерела</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Details</source>
        <translation>Подробиці</translation>
    </message>
    <message>
        <source>This timeline</source>
        <translation>Ця хронологія</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Ліцензія</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Оновлено</translation>
    </message>
    <message>
        <source>Select an event to read about it.</source>
        <translation>Виберіть подію, щоб прочитати про неї.</translation>
    </message>
    <message>
        <source>… and {events} more</source>
        <translation>… і ще {events}</translation>
    </message>
    <message>
        <source>Previous event: {event}</source>
        <translation>Попередня подія: {event}</translation>
    </message>
    <message>
        <source>Next event: {event}</source>
        <translation>Наступна подія: {event}</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>leads to</source>
        <translation>веде до</translation>
    </message>
    <message>
        <source>responds to</source>
        <translation>відповідає на</translation>
    </message>
    <message>
        <source>reverses</source>
        <translation>скасовує</translation>
    </message>
    <message>
        <source>part of</source>
        <translation>частина</translation>
    </message>
    <message>
        <source>see also</source>
        <translation>див. також</translation>
    </message>
    <message>
        <source>follows from</source>
        <translation>випливає з</translation>
    </message>
    <message>
        <source>answered by</source>
        <translation>відповідь</translation>
    </message>
    <message>
        <source>reversed by</source>
        <translation>скасовано</translation>
    </message>
    <message>
        <source>comprises</source>
        <translation>охоплює</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>Учасники</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Місця</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Показники</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Пов’язане</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Джерела</translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>List of events</source>
        <translation>Список подій</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Копіювати як текст</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Копіювати як CSV</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Стовпці</translation>
    </message>
</context>
<context>
    <name>EventModel</name>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категорія</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>Учасники</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Місця</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Важливість</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Джерела</translation>
    </message>
    <message>
        <source>≈ stands before an event that may have begun before the one above it</source>
        <translation>≈ стоїть перед подією, яка могла початися раніше за подію над нею</translation>
    </message>
</context>
<context>
    <name>Expected</name>
    <message>
        <source>a year of four digits</source>
        <translation>рік із чотирьох цифр</translation>
    </message>
    <message>
        <source>&apos;-&apos; and a month, or the end</source>
        <translation>«-» і місяць або кінець</translation>
    </message>
    <message>
        <source>a month of two digits</source>
        <translation>місяць із двох цифр</translation>
    </message>
    <message>
        <source>&apos;-&apos; and a day, or the end</source>
        <translation>«-» і день або кінець</translation>
    </message>
    <message>
        <source>a day of two digits</source>
        <translation>день із двох цифр</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>кінець</translation>
    </message>
    <message>
        <source>an hour of two digits</source>
        <translation>година з двох цифр</translation>
    </message>
    <message>
        <source>&apos;:&apos; and minutes, a zone, or the end</source>
        <translation>«:» і хвилини, часовий пояс або кінець</translation>
    </message>
    <message>
        <source>minutes of two digits</source>
        <translation>хвилини з двох цифр</translation>
    </message>
    <message>
        <source>&apos;:&apos; and seconds, a zone, or the end</source>
        <translation>«:» і секунди, часовий пояс або кінець</translation>
    </message>
    <message>
        <source>seconds of two digits</source>
        <translation>секунди з двох цифр</translation>
    </message>
    <message>
        <source>a zone such as Z or +02:00, or the end</source>
        <translation>часовий пояс, як-от Z чи +02:00, або кінець</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export to</source>
        <translation>Експортувати у файл</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Експорт</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Експортувати…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Друкувати…</translation>
    </message>
    <message>
        <source>This format has no pages to show.</source>
        <translation>Цей формат не має сторінок, які можна показати.</translation>
    </message>
</context>
<context>
    <name>ExportFaults</name>
    <message>
        <source>the pages could not be set: no further process can be started ({})</source>
        <translation>сторінки не вдалося зверстати: неможливо запустити ще один процес ({})</translation>
    </message>
    <message>
        <source>the pages could not be set: the process was ended (for want of memory, it seems)</source>
        <translation>сторінки не вдалося зверстати: процес завершено (схоже, бракує пам’яті)</translation>
    </message>
    <message>
        <source>the pages could not be set: the process was ended (status {})</source>
        <translation>сторінки не вдалося зверстати: процес завершено (стан {})</translation>
    </message>
    <message>
        <source>the pages could not be set: {}</source>
        <translation>сторінки не вдалося зверстати: {}</translation>
    </message>
    <message>
        <source>the page could not be drawn: {}</source>
        <translation>сторінку не вдалося намалювати: {}</translation>
    </message>
    <message>
        <source>the picture of the timeline is no SVG</source>
        <translation>зображення шкали часу – не SVG</translation>
    </message>
    <message>
        <source>the picture of the timeline is no SVG: {}</source>
        <translation>зображення шкали часу – не SVG: {}</translation>
    </message>
    <message>
        <source>a picture of {} × {} pixels is too large; at most {} a side</source>
        <translation>зображення {} × {} пікселів завелике; не більше ніж {} на бік</translation>
    </message>
    <message>
        <source>there is no memory for a picture of {} × {} pixels</source>
        <translation>бракує пам’яті для зображення {} × {} пікселів</translation>
    </message>
    <message>
        <source>a picture is {} to {} pixels wide, not {}</source>
        <translation>зображення має ширину від {} до {} пікселів, а не {}</translation>
    </message>
    <message>
        <source>{} pixels are too few at a scale factor of {}</source>
        <translation>{} пікселів замало для масштабу {}</translation>
    </message>
    <message>
        <source>a scale factor of {} is not possible; choose 0.25 to 8</source>
        <translation>масштаб {} неможливий; виберіть від 0,25 до 8</translation>
    </message>
    <message>
        <source>a font size of {} pt cannot be set; choose 6 to 24</source>
        <translation>кегль {} пт неможливий; виберіть від 6 до 24</translation>
    </message>
</context>
<context>
    <name>ExportFormats</name>
    <message>
        <source>PDF document</source>
        <translation>Документ PDF</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Вебсторінка</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>Зображення (SVG)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Зображення (PNG)</translation>
    </message>
    <message>
        <source>Timeglass timeline (YAML)</source>
        <translation>Хронологія Timeglass (YAML)</translation>
    </message>
    <message>
        <source>Timeglass timeline (JSON)</source>
        <translation>Хронологія Timeglass (JSON)</translation>
    </message>
    <message>
        <source>Timeglass timeline (JSON Lines)</source>
        <translation>Хронологія Timeglass (JSON Lines)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Таблиця (CSV)</translation>
    </message>
    <message>
        <source>Table for Excel (CSV)</source>
        <translation>Таблиця для Excel (CSV)</translation>
    </message>
    <message>
        <source>Calendar (iCalendar)</source>
        <translation>Календар (iCalendar)</translation>
    </message>
    <message>
        <source>Sources (BibTeX)</source>
        <translation>Джерела (BibTeX)</translation>
    </message>
    <message>
        <source>Sources (CSL-JSON)</source>
        <translation>Джерела (CSL-JSON)</translation>
    </message>
    <message>
        <source>TimelineJS (JSON)</source>
        <translation>TimelineJS (JSON)</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>Longer texts</source>
        <translation>Довші тексти</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Джерела</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <source>1997/2004, May 2014, …</source>
        <translation>1997/2004, травень 2014, …</translation>
    </message>
    <message>
        <source>Transparent ground</source>
        <translation>Прозоре тло</translation>
    </message>
    <message>
        <source>Text as outlines</source>
        <translation>Текст як контури</translation>
    </message>
    <message>
        <source>Byte order mark (BOM)</source>
        <translation>Маркер порядку байтів (BOM)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Події</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Макет</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Розділи</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Папір</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Орієнтація</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>Розмір шрифту</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Шкала часу</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>Показує</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Проміжок</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Немає чого експортувати.</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>US Letter</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Книжкова</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Альбомна</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Звіт</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблиця</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Картки</translation>
    </message>
    <message>
        <source>Timeline only</source>
        <translation>Лише шкала часу</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>За роками</translation>
    </message>
    <message>
        <source>By era</source>
        <translation>За епохами</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>За категоріями</translation>
    </message>
    <message>
        <source>On the first pages</source>
        <translation>На перших сторінках</translation>
    </message>
    <message>
        <source>Folded out, one long page</source>
        <translation>Розгортка: одна довга сторінка</translation>
    </message>
    <message>
        <source>Sheets for a wall</source>
        <translation>Аркуші на стіну</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Немає</translation>
    </message>
    <message>
        <source>What the events cover</source>
        <translation>Що охоплюють події</translation>
    </message>
    <message>
        <source>What the window shows</source>
        <translation>Що показує вікно</translation>
    </message>
    <message>
        <source>A range</source>
        <translation>Проміжок</translation>
    </message>
    <message>
        <source>{size} pt</source>
        <translation>{size} пт</translation>
    </message>
    <message>
        <source>The range needs a start and an end, such as 1997/2004.</source>
        <translation>Проміжку потрібні початок і кінець, наприклад 1997/2004.</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Ширина в пікселях</translation>
    </message>
    <message>
        <source>A picture is 200 to 16384 pixels wide.</source>
        <translation>Зображення має ширину від 200 до 16384 пікселів.</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показати в теці</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Копіювати шлях</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Exporting {events}</source>
        <translation>Експорт: {events}</translation>
    </message>
    <message>
        <source>{events} exported</source>
        <translation>Експортовано: {events}</translation>
    </message>
    <message>
        <source>A fault of the program stands in the way: {words}</source>
        <translation>Заважає помилка програми: {words}</translation>
    </message>
    <message>
        <source>Nothing was exported</source>
        <translation>Нічого не експортовано</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Скасовано</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>Файл не записано.</translation>
    </message>
</context>
<context>
    <name>ExportScope</name>
    <message>
        <source>Selected</source>
        <translation>Вибрані</translation>
    </message>
    <message>
        <source>Found by the search</source>
        <translation>Знайдені пошуком</translation>
    </message>
    <message>
        <source>In view</source>
        <translation>Видимі</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Усі</translation>
    </message>
</context>
<context>
    <name>ExportWarnings</name>
    <message>
        <source>no font has a glyph for {} and {} more; printed as {}</source>
        <translation>жоден шрифт не має знаків {} і ще {}; надруковано як {}</translation>
    </message>
    <message>
        <source>no font has a glyph for {} and {} more; shown as a box</source>
        <translation>жоден шрифт не має знаків {} і ще {}; показано як квадрат</translation>
    </message>
    <message>
        <source>no font has a glyph for {}; printed as {}</source>
        <translation>жоден шрифт не має знака {}; надруковано як {}</translation>
    </message>
    <message>
        <source>no font has a glyph for {}; shown as a box</source>
        <translation>жоден шрифт не має знака {}; показано як квадрат</translation>
    </message>
    <message>
        <source>{}: the timeline has no folder to look in; a placeholder is printed</source>
        <translation>{}: хронологія не має теки, де шукати; надруковано заглушку</translation>
    </message>
    <message>
        <source>{}: lies outside the timeline&apos;s folder; a placeholder is printed</source>
        <translation>{}: лежить поза текою хронології; надруковано заглушку</translation>
    </message>
    <message>
        <source>{}: is not there; a placeholder is printed</source>
        <translation>{}: такого файлу немає; надруковано заглушку</translation>
    </message>
    <message>
        <source>{}: is too large; a placeholder is printed</source>
        <translation>{}: завеликий; надруковано заглушку</translation>
    </message>
    <message>
        <source>{}: cannot be read; a placeholder is printed</source>
        <translation>{}: не вдається прочитати; надруковано заглушку</translation>
    </message>
    <message>
        <source>{}: has too many pixels; a placeholder is printed</source>
        <translation>{}: має забагато пікселів; надруковано заглушку</translation>
    </message>
    <message>
        <source>{}: is no picture that can be read; a placeholder is printed</source>
        <translation>{}: це не зображення, яке можна прочитати; надруковано заглушку</translation>
    </message>
    <message>
        <source>events without a date that TimelineJS can hold were left out: {}</source>
        <translation>пропущено подій, дату яких TimelineJS не може передати: {}</translation>
    </message>
    <message>
        <source>dates that say what a calendar cannot stand in words in the description: {}</source>
        <translation>дат, яких календар не може передати: {}; вони стоять словами в описі</translation>
    </message>
    <message>
        <source>events without a date that a calendar has became journal entries: {}</source>
        <translation>подій, дату яких календар не може передати: {}; вони стали записами журналу</translation>
    </message>
    <message>
        <source>not in the file: the description</source>
        <translation>немає у файлі: опис</translation>
    </message>
    <message>
        <source>not in the file: labels and colours of categories</source>
        <translation>немає у файлі: назви й кольори категорій</translation>
    </message>
    <message>
        <source>not in the file: eras</source>
        <translation>немає у файлі: епохи</translation>
    </message>
    <message>
        <source>not in the file: tracks of eras</source>
        <translation>немає у файлі: ряди епох</translation>
    </message>
    <message>
        <source>not in the file: the list of sources</source>
        <translation>немає у файлі: список джерел</translation>
    </message>
    <message>
        <source>not in the file: synonyms</source>
        <translation>немає у файлі: синоніми</translation>
    </message>
    <message>
        <source>not in the file: series of numbers</source>
        <translation>немає у файлі: ряди чисел</translation>
    </message>
</context>
<context>
    <name>FacetRow</name>
    <message>
        <source>asked for</source>
        <translation>у пошуку</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>виключено</translation>
    </message>
    <message>
        <source>Click to search in it, Ctrl+click to exclude it</source>
        <translation>Клацніть, щоб шукати тут; Ctrl+клацання виключає</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Category</source>
        <translation>Категорія</translation>
    </message>
    <message>
        <source>Era</source>
        <translation>Епоха</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Учасник</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Мітка</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Час</translation>
    </message>
</context>
<context>
    <name>FacetsPanel</name>
    <message>
        <source>Facets</source>
        <translation>Фасети</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Розгорнути</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Згорнути</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Показати ще %Ln</numerusform>
            <numerusform>Показати ще %Ln</numerusform>
            <numerusform>Показати ще %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Показати менше</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Підрахунок…</translation>
    </message>
</context>
<context>
    <name>FileFaults</name>
    <message>
        <source>there is no such file</source>
        <translation>такого файлу немає</translation>
    </message>
    <message>
        <source>is a folder, not a file</source>
        <translation>це тека, а не файл</translation>
    </message>
    <message>
        <source>is a device or pipe, not a file</source>
        <translation>це пристрій або канал, а не файл</translation>
    </message>
    <message>
        <source>there is no permission to read it</source>
        <translation>немає дозволу його читати</translation>
    </message>
    <message>
        <source>is larger than {} MB</source>
        <translation>файл більший за {} МБ</translation>
    </message>
    <message>
        <source>cannot be read ({})</source>
        <translation>не вдалося прочитати ({})</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>файл порожній</translation>
    </message>
    <message>
        <source>this is a binary file, not a timeline</source>
        <translation>це двійковий файл, а не хронологія</translation>
    </message>
    <message>
        <source>this is {}, not a timeline</source>
        <translation>це {}, а не хронологія</translation>
    </message>
    <message>
        <source>the file is in {}; save it as UTF-8</source>
        <translation>файл записано в {}; збережіть його в UTF-8</translation>
    </message>
    <message>
        <source>a line is longer than {} MB</source>
        <translation>рядок довший за {} МБ</translation>
    </message>
    <message>
        <source>no timeline that is known here (known: {})</source>
        <translation>це не хронологія жодного з відомих видів (відомі: {})</translation>
    </message>
    <message>
        <source>no timeline: keys such as &apos;timeglass: 1&apos; and &apos;events:&apos; are expected</source>
        <translation>це не хронологія: очікуються ключі, як-от «timeglass: 1» і «events:»</translation>
    </message>
    <message>
        <source>no timeline: the key &apos;timeglass&apos;, with the format&apos;s version, is missing{}</source>
        <translation>це не хронологія: бракує ключа «timeglass» із версією формату{}</translation>
    </message>
    <message>
        <source>no timeline: it holds {}, where keys such as &apos;timeglass: 1&apos; are expected</source>
        <translation>це не хронологія: тут {}, а очікуються ключі, як-от «timeglass: 1»</translation>
    </message>
    <message>
        <source>no timeline: a table needs the columns &apos;date&apos; and &apos;title&apos;</source>
        <translation>це не хронологія: таблиця потребує стовпців «date» і «title»</translation>
    </message>
    <message>
        <source>no timeline: each line ought to hold keys and values in braces</source>
        <translation>це не хронологія: кожен рядок має містити ключі й значення у фігурних дужках</translation>
    </message>
    <message>
        <source>the file holds nothing but comments</source>
        <translation>у файлі є лише коментарі</translation>
    </message>
    <message>
        <source>malformed JSON: {}</source>
        <translation>зіпсований JSON: {}</translation>
    </message>
    <message>
        <source>malformed CSV: {}</source>
        <translation>зіпсований CSV: {}</translation>
    </message>
    <message>
        <source>malformed YAML: a text with &apos;: &apos; in it needs quotes</source>
        <translation>зіпсований YAML: текст із «: » потребує лапок</translation>
    </message>
    <message>
        <source>malformed YAML: a key is expected here; check the indentation and the quotes above</source>
        <translation>зіпсований YAML: тут очікується ключ; перевірте відступи й лапки вище</translation>
    </message>
    <message>
        <source>malformed YAML: a key without &apos;:&apos;, or a line that is indented wrongly</source>
        <translation>зіпсований YAML: ключ без «:» або рядок із хибним відступом</translation>
    </message>
    <message>
        <source>malformed YAML: the file ends inside a quoted text</source>
        <translation>зіпсований YAML: файл закінчується всередині тексту в лапках</translation>
    </message>
    <message>
        <source>malformed YAML: the indentation does not match the list above</source>
        <translation>зіпсований YAML: відступ не збігається зі списком вище</translation>
    </message>
    <message>
        <source>malformed YAML: a tab stands in the indentation; YAML is indented with spaces</source>
        <translation>зіпсований YAML: у відступі табуляція; відступи в YAML роблять пробілами</translation>
    </message>
    <message>
        <source>malformed YAML: {}</source>
        <translation>зіпсований YAML: {}</translation>
    </message>
    <message>
        <source>nested more than {} levels deep</source>
        <translation>вкладено глибше ніж на {} рівнів</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>вкладено надто глибоко</translation>
    </message>
    <message>
        <source>merge keys (&apos;&lt;&lt;&apos;) are not supported; write the keys out</source>
        <translation>ключі злиття («&lt;&lt;») не підтримуються; випишіть ключі</translation>
    </message>
    <message>
        <source>there is no anchor &apos;&amp;{}&apos;</source>
        <translation>якоря «&amp;{}» немає</translation>
    </message>
    <message>
        <source>the alias &apos;*{}&apos; contains itself</source>
        <translation>посилання «*{}» містить саме себе</translation>
    </message>
    <message>
        <source>aliases stand for more than {} values</source>
        <translation>посилання замінюють понад {} значень</translation>
    </message>
    <message>
        <source>byte 0x{} is not UTF-8 and was replaced</source>
        <translation>байт 0x{} не є UTF-8; його замінено</translation>
    </message>
    <message>
        <source>character U+{} may not stand in a text and was left out</source>
        <translation>знака U+{} у тексті бути не може; його пропущено</translation>
    </message>
    <message>
        <source>the file starts with a byte order mark; save it as plain UTF-8</source>
        <translation>файл починається з маркера порядку байтів; збережіть його як UTF-8 без маркера</translation>
    </message>
    <message>
        <source>the file is not in UTF-8; it was read as {}</source>
        <translation>файл не в UTF-8; його прочитано як {}</translation>
    </message>
    <message>
        <source>{} is no date: {}</source>
        <translation>{} – не дата: {}</translation>
    </message>
    <message>
        <source>unknown key {}</source>
        <translation>невідомий ключ {}</translation>
    </message>
    <message>
        <source>unknown column {}</source>
        <translation>невідомий стовпець {}</translation>
    </message>
    <message>
        <source>unknown category {}</source>
        <translation>невідома категорія {}</translation>
    </message>
    <message>
        <source>unknown source {}</source>
        <translation>невідоме джерело {}</translation>
    </message>
    <message>
        <source>unknown event {}</source>
        <translation>невідома подія {}</translation>
    </message>
    <message>
        <source>unknown track {}</source>
        <translation>невідомий ряд епох {}</translation>
    </message>
    <message>
        <source>&apos;title&apos; is missing</source>
        <translation>бракує «title»</translation>
    </message>
    <message>
        <source>{} is missing</source>
        <translation>бракує {}</translation>
    </message>
    <message>
        <source>{} is empty</source>
        <translation>{} порожнє</translation>
    </message>
    <message>
        <source>there are no events</source>
        <translation>подій немає</translation>
    </message>
    <message>
        <source>expected a list of events</source>
        <translation>очікується список подій</translation>
    </message>
    <message>
        <source>the key {} stands here twice; the first one counts</source>
        <translation>ключ {} стоїть тут двічі; діє перший</translation>
    </message>
    <message>
        <source>the column {} stands here twice; the first one counts</source>
        <translation>стовпець {} стоїть тут двічі; діє перший</translation>
    </message>
    <message>
        <source>the event refers to itself</source>
        <translation>подія посилається сама на себе</translation>
    </message>
    <message>
        <source>{}, but the cause is dated after its effect</source>
        <translation>{}, але причину датовано пізніше за наслідок</translation>
    </message>
    <message>
        <source>there is no picture {} beside the timeline file</source>
        <translation>поряд із файлом хронології немає зображення {}</translation>
    </message>
    <message>
        <source>{} is no web address (http:// or https://)</source>
        <translation>{} – не вебадреса (http:// або https://)</translation>
    </message>
    <message>
        <source>{} is no web address and is shown as plain text</source>
        <translation>{} – не вебадреса; показано як простий текст</translation>
    </message>
    <message>
        <source>one of &apos;source&apos;, &apos;url&apos; and &apos;text&apos; is needed</source>
        <translation>потрібне одне з «source», «url» і «text»</translation>
    </message>
    <message>
        <source>{} is no number that can be drawn</source>
        <translation>{} – не число, яке можна зобразити</translation>
    </message>
    <message>
        <source>the colour is empty: &apos;#&apos; needs quotes, or starts a comment</source>
        <translation>колір порожній: «#» потребує лапок, інакше починає коментар</translation>
    </message>
    <message>
        <source>version {} is {}; what is known of it is read</source>
        <translation>версія {} – {}; прочитано те, що в ній відоме</translation>
    </message>
    <message>
        <source>expected {}, not {}</source>
        <translation>очікується {}, а не {}</translation>
    </message>
    <message>
        <source>{} is not {}</source>
        <translation>{} – не {}</translation>
    </message>
    <message>
        <source>more cells than columns: {} and {}</source>
        <translation>клітинок більше, ніж стовпців: {} і {}</translation>
    </message>
    <message>
        <source>further problems are not listed: {}</source>
        <translation>інших проблем, яких не перелічено: {}</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>це тека</translation>
    </message>
    <message>
        <source>there is no folder {}</source>
        <translation>немає теки {}</translation>
    </message>
    <message>
        <source>its folder is no longer there</source>
        <translation>теки більше немає</translation>
    </message>
    <message>
        <source>exists already and is not overwritten</source>
        <translation>уже існує, і його не перезаписано</translation>
    </message>
    <message>
        <source>there is no permission to write it</source>
        <translation>немає дозволу змінювати цей файл</translation>
    </message>
    <message>
        <source>there is no permission to write there</source>
        <translation>немає дозволу записувати туди</translation>
    </message>
    <message>
        <source>cannot be replaced; it may be open in another program</source>
        <translation>файл не можна замінити; можливо, він відкритий в іншій програмі</translation>
    </message>
    <message>
        <source>cannot be written (its name leads nowhere)</source>
        <translation>не можна записати (назва нікуди не веде)</translation>
    </message>
    <message>
        <source>cannot be written ({})</source>
        <translation>не можна записати ({})</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>None yet</source>
        <translation>Ще немає</translation>
    </message>
    <message>
        <source>Timelines ({patterns});;All files (*)</source>
        <translation>Хронології ({patterns});;Усі файли (*)</translation>
    </message>
    <message>
        <source>Open a timeline</source>
        <translation>Відкрити хронологію</translation>
    </message>
    <message>
        <source>Add to this timeline</source>
        <translation>Додати до цієї хронології</translation>
    </message>
    <message>
        <source>There are no events in this file.</source>
        <translation>У цьому файлі немає подій.</translation>
    </message>
    <message>
        <source>It can be read, but nothing in it can be shown.</source>
        <translation>Його можна прочитати, але показати нічого.</translation>
    </message>
    <message>
        <source>{problems} in this file; what can be read is shown.</source>
        <translation>У цьому файлі {problems}; показано те, що вдалося прочитати.</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Показати список</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>Відкрити інший файл…</translation>
    </message>
    <message>
        <source>Open the built-in timeline</source>
        <translation>Відкрити вбудовану хронологію</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>Відкривається {name}</translation>
    </message>
    <message>
        <source>{name} cannot be opened.</source>
        <translation>Не вдалося відкрити {name}.</translation>
    </message>
    <message>
        <source>A fault of the program stands in the way: {words}</source>
        <translation>Заважає помилка програми: {words}</translation>
    </message>
    <message>
        <source>Back to the timeline</source>
        <translation>Назад до хронології</translation>
    </message>
    <message>
        <source>{place} is on the clipboard, and {editor} opens it.</source>
        <translation>{place} – у буфері обміну; файл відкриває {editor}.</translation>
    </message>
    <message>
        <source>{place} is on the clipboard.</source>
        <translation>{place} – у буфері обміну.</translation>
    </message>
    <message>
        <source>{place} is on the clipboard; the file is no longer there.</source>
        <translation>{place} – у буфері обміну; самого файлу вже немає.</translation>
    </message>
    <message>
        <source>Open it after all</source>
        <translation>Усе ж відкрити</translation>
    </message>
    <message>
        <source>{name} was not opened.</source>
        <translation>{name} не відкрито.</translation>
    </message>
    <message>
        <source>You cancelled reading it.</source>
        <translation>Читання скасовано.</translation>
    </message>
</context>
<context>
    <name>GotoDialog</name>
    <message>
        <source>Go to</source>
        <translation>Перехід</translation>
    </message>
    <message>
        <source>A date, such as May 1997 or 1997-07-09, or words of a title</source>
        <translation>Дата, як-от травень 1997 чи 1997-07-09, або слова з назви</translation>
    </message>
    <message>
        <source>Date or event</source>
        <translation>Дата чи подія</translation>
    </message>
    <message>
        <source>Where it leads</source>
        <translation>Куди веде</translation>
    </message>
    <message>
        <source>Go to {date}</source>
        <translation>Перейти: {date}</translation>
    </message>
    <message>
        <source>Anything that a timeline file takes as a date will do, and most of what people write.</source>
        <translation>Годиться все, що файл хронології приймає за дату, і майже все, що пишуть люди.</translation>
    </message>
</context>
<context>
    <name>Grouping</name>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Putting the events into lanes…</source>
        <translation>Події розкладаються на доріжки…</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message numerus="yes">
        <source>%Ln lane(s) hidden</source>
        <translation>
            <numerusform>Сховано %Ln доріжку</numerusform>
            <numerusform>Сховано %Ln доріжки</numerusform>
            <numerusform>Сховано %Ln доріжок</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Довідка</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Drag to move through time; Ctrl + wheel zooms.
Click an event to read about it; a double click brings it close.
Search marks what it finds; the facets on the left narrow it down.
F1 opens the help, ? lists all keys.</source>
        <translation>Перетягуйте, щоб рухатися в часі; Ctrl + коліщатко масштабує.
Клацніть подію, щоб прочитати про неї; подвійне клацання наближає її.
Пошук позначає знайдене; фасети ліворуч звужують його.
F1 відкриває довідку, ? показує всі клавіші.</translation>
    </message>
    <message>
        <source>The settings were written by a newer Timeglass; a copy of them is kept in {path}.</source>
        <translation>Налаштування записала новіша версія Timeglass; їхню копію збережено в {path}.</translation>
    </message>
    <message>
        <source>The settings could not be read; Timeglass begins with new ones. The old ones are kept in {path}.</source>
        <translation>Налаштування не вдалося прочитати; Timeglass починає з нових. Старі збережено в {path}.</translation>
    </message>
</context>
<context>
    <name>Hover</name>
    <message>
        <source>{events}, from {first} to {last}</source>
        <translation>{events}; перша: {first}, остання: {last}</translation>
    </message>
    <message>
        <source>Also in this lane:</source>
        <translation>Також у цій доріжці:</translation>
    </message>
</context>
<context>
    <name>ImportFaults</name>
    <message>
        <source>dates in {} were read as day, month, year: {}</source>
        <translation>дати в {} прочитано як день, місяць, рік: {}</translation>
    </message>
    <message>
        <source>dates in {} were read as month, day, year: {}</source>
        <translation>дати в {} прочитано як місяць, день, рік: {}</translation>
    </message>
    <message>
        <source>years in {} have two digits: 69 to 99 were read as 1969 to 1999, others as 20..</source>
        <translation>роки в {} мають дві цифри: 69–99 прочитано як 1969–1999, інші – як 20..</translation>
    </message>
    <message>
        <source>numbers in {} were read as time since 1970 (UTC)</source>
        <translation>числа в {} прочитано як час від 1970 року (UTC)</translation>
    </message>
    <message>
        <source>there is no date in {}</source>
        <translation>у {} немає дати</translation>
    </message>
    <message>
        <source>there is no date</source>
        <translation>дати немає</translation>
    </message>
    <message>
        <source>there are no names over the columns</source>
        <translation>над стовпцями немає назв</translation>
    </message>
    <message>
        <source>a table in which no column has dates (columns: {}); name one with --map start=COLUMN</source>
        <translation>таблиця, у якій жоден стовпець не містить дат (стовпці: {}); назвіть його: --map start=СТОВПЕЦЬ</translation>
    </message>
    <message>
        <source>no table: its rows do not fall into cells</source>
        <translation>це не таблиця: рядки не діляться на клітинки</translation>
    </message>
    <message>
        <source>no table: a list of objects is expected</source>
        <translation>це не таблиця: очікується список об’єктів</translation>
    </message>
    <message>
        <source>the table is empty</source>
        <translation>таблиця порожня</translation>
    </message>
    <message>
        <source>malformed table: {}</source>
        <translation>зіпсована таблиця: {}</translation>
    </message>
    <message>
        <source>{} is no end: {}</source>
        <translation>{} – це не кінець: {}</translation>
    </message>
    <message>
        <source>from {} to {}: the end lies before the start (years before Christ without a sign?)</source>
        <translation>від {} до {}: кінець передує початку (роки до нашої ери без знака?)</translation>
    </message>
    <message>
        <source>from {} to {}: {}</source>
        <translation>від {} до {}: {}</translation>
    </message>
    <message>
        <source>no date: {}</source>
        <translation>це не дата: {}</translation>
    </message>
    <message>
        <source>this line is no JSON object: {}</source>
        <translation>цей рядок – не об’єкт JSON: {}</translation>
    </message>
    <message>
        <source>only the first {} different keys are kept</source>
        <translation>збережено лише перші різні ключі: {}</translation>
    </message>
    <message>
        <source>only the sheet {} was read; others: {}</source>
        <translation>прочитано лише аркуш {}; інші: {}</translation>
    </message>
    <message>
        <source>the sheet {} has more than {} cells</source>
        <translation>аркуш {} має понад {} клітинок</translation>
    </message>
    <message>
        <source>the workbook has no sheet with rows</source>
        <translation>у книзі немає аркуша з рядками</translation>
    </message>
    <message>
        <source>the workbook is broken: {}</source>
        <translation>книга зіпсована: {}</translation>
    </message>
    <message>
        <source>the archive is encrypted</source>
        <translation>архів зашифровано</translation>
    </message>
    <message>
        <source>the archive is broken: {}</source>
        <translation>архів зіпсований: {}</translation>
    </message>
    <message>
        <source>the archive would unpack to more than 300 times its size</source>
        <translation>розпакований архів був би більший за запакований понад у 300 разів</translation>
    </message>
    <message>
        <source>the archive holds a file that would leave it: {}</source>
        <translation>архів містить файл, який вийшов би за його межі: {}</translation>
    </message>
    <message>
        <source>the archive holds more than {} files</source>
        <translation>архів містить понад {} файлів</translation>
    </message>
    <message>
        <source>there is no {} in the archive</source>
        <translation>в архіві немає {}</translation>
    </message>
    <message>
        <source>{} in the archive is larger than {} MB</source>
        <translation>файл {} в архіві більший за {} МБ</translation>
    </message>
    <message>
        <source>the XML defines entities, or asks for other files, which is not allowed</source>
        <translation>XML визначає сутності або просить інших файлів, а це не дозволено</translation>
    </message>
    <message>
        <source>the XML is empty</source>
        <translation>XML порожній</translation>
    </message>
    <message>
        <source>malformed XML: {}; what follows is lost</source>
        <translation>зіпсований XML: {}; решту втрачено</translation>
    </message>
    <message>
        <source>malformed XML: {}</source>
        <translation>зіпсований XML: {}</translation>
    </message>
    <message>
        <source>no timeline: &lt;{}&gt; stands where &lt;{}&gt; is expected</source>
        <translation>це не хронологія: &lt;{}&gt; стоїть там, де очікується &lt;{}&gt;</translation>
    </message>
    <message>
        <source>no timeline: a list of &apos;events&apos; is expected</source>
        <translation>це не хронологія: очікується список «events»</translation>
    </message>
    <message>
        <source>no timeline: a list of items is expected</source>
        <translation>це не хронологія: очікується список елементів</translation>
    </message>
    <message>
        <source>no timeline: no calendar begins here</source>
        <translation>це не хронологія: календар тут не починається</translation>
    </message>
    <message>
        <source>no timeline: none of the query&apos;s variables holds a date</source>
        <translation>це не хронологія: жодна змінна запиту не містить дати</translation>
    </message>
    <message>
        <source>no timeline: the query&apos;s answer has no rows (no &apos;bindings&apos;)</source>
        <translation>це не хронологія: у відповіді на запит немає рядків (немає «bindings»)</translation>
    </message>
    <message>
        <source>no timeline: TimelineJS has a list of &apos;events&apos; or a &apos;timeline&apos;</source>
        <translation>це не хронологія: TimelineJS має список «events» або «timeline»</translation>
    </message>
    <message>
        <source>no timeline: {} has no list of events</source>
        <translation>це не хронологія: {} не має списку подій</translation>
    </message>
    <message>
        <source>expected keys and values</source>
        <translation>очікуються ключі та значення</translation>
    </message>
    <message>
        <source>slide {} is not keys and values</source>
        <translation>слайд {} – не ключі та значення</translation>
    </message>
    <message>
        <source>item {} is not keys and values</source>
        <translation>елемент {} – не ключі та значення</translation>
    </message>
    <message>
        <source>{} has no date</source>
        <translation>{} не має дати</translation>
    </message>
    <message>
        <source>a timeline has no room for, and so left out: {}</source>
        <translation>у хронології для цього немає місця, тож пропущено: {}</translation>
    </message>
    <message>
        <source>what is no event was left out: {}</source>
        <translation>пропущено те, що не є подією: {}</translation>
    </message>
    <message>
        <source>a component begins here and does not end</source>
        <translation>тут починається частина, яка не закінчується</translation>
    </message>
    <message>
        <source>this line is no property; it was passed over</source>
        <translation>цей рядок – не властивість; його пропущено</translation>
    </message>
    <message>
        <source>an event cannot be read: {}</source>
        <translation>подію не вдалося прочитати: {}</translation>
    </message>
    <message>
        <source>an event cannot be read</source>
        <translation>подію не вдалося прочитати</translation>
    </message>
    <message>
        <source>an event has no start</source>
        <translation>подія не має початку</translation>
    </message>
    <message>
        <source>the event has no start</source>
        <translation>подія не має початку</translation>
    </message>
    <message>
        <source>an event&apos;s start {} is no date</source>
        <translation>початок події {} – не дата</translation>
    </message>
    <message>
        <source>the event ends before it starts; its end was left out</source>
        <translation>подія закінчується раніше, ніж починається; кінець пропущено</translation>
    </message>
    <message>
        <source>the event&apos;s duration is none; it was left out</source>
        <translation>тривалість події записано хибно; її пропущено</translation>
    </message>
    <message>
        <source>{} cannot be read and was left out</source>
        <translation>{} не вдалося прочитати, тож пропущено</translation>
    </message>
    <message>
        <source>a cancellation meets no time of its event in this file; it was passed over</source>
        <translation>скасування не стосується жодного часу своєї події в цьому файлі; його пропущено</translation>
    </message>
    <message>
        <source>a cancellation names an event that is not in this file; it was passed over</source>
        <translation>скасування стосується події, якої в цьому файлі немає; його пропущено</translation>
    </message>
    <message>
        <source>{} recurs, but {}: only its first time is shown</source>
        <translation>{} повторюється, але {}: показано лише перший раз</translation>
    </message>
    <message>
        <source>the time zone {} is not known: its times are taken as they stand</source>
        <translation>часовий пояс {} невідомий: час узято так, як він записаний</translation>
    </message>
    <message>
        <source>the time zone {} is not known: its times are read as {}</source>
        <translation>часовий пояс {} невідомий: час прочитано як {}</translation>
    </message>
    <message>
        <source>an event has a start, an end, a text and a category</source>
        <translation>подія має початок, кінець, текст і категорію</translation>
    </message>
    <message>
        <source>the line {} says nothing that is known</source>
        <translation>рядок {} не каже нічого відомого</translation>
    </message>
    <message>
        <source>{} is no colour that is known</source>
        <translation>{} – невідомий колір</translation>
    </message>
    <message>
        <source>{} is no colour</source>
        <translation>{} – це не колір</translation>
    </message>
    <message>
        <source>colours of tags without a group are not kept: {}</source>
        <translation>кольори міток без групи не збережено: {}</translation>
    </message>
    <message>
        <source>the time of this file is plain numbers: they were read as years</source>
        <translation>час у цьому файлі – прості числа: їх прочитано як роки</translation>
    </message>
    <message>
        <source>the dates are numbers that count down: they were read as million years ago</source>
        <translation>дати – числа, що спадають: їх прочитано як мільйони років тому</translation>
    </message>
    <message>
        <source>the end, {}, lies before &apos;now&apos;, which is {}</source>
        <translation>кінець, {}, раніше за «зараз», тобто {}</translation>
    </message>
    <message>
        <source>every value of {} is a 1 January: they were read as years</source>
        <translation>усі значення {} – 1 січня: їх прочитано як роки</translation>
    </message>
    <message>
        <source>dates of the Julian calendar were converted</source>
        <translation>дати юліанського календаря перераховано</translation>
    </message>
    <message>
        <source>dates of the Julian calendar are given in the Gregorian one, as the query service does</source>
        <translation>дати юліанського календаря подано за григоріанським, як робить служба запитів</translation>
    </message>
    <message>
        <source>{} is no date</source>
        <translation>{} – це не дата</translation>
    </message>
    <message>
        <source>a date such as 2009-07-13 14:30:00 is expected</source>
        <translation>очікується дата на зразок 2009-07-13 14:30:00</translation>
    </message>
    <message>
        <source>a duration such as &apos;3 days&apos; is expected</source>
        <translation>очікується тривалість на зразок «3 days»</translation>
    </message>
    <message>
        <source>a year, month and day separated by commas are expected</source>
        <translation>очікуються рік, місяць і день через коми</translation>
    </message>
    <message>
        <source>numbers are expected</source>
        <translation>очікуються числа</translation>
    </message>
    <message>
        <source>there is no month {}</source>
        <translation>місяця {} немає</translation>
    </message>
    <message>
        <source>month {} has no day {}</source>
        <translation>у місяці {} немає дня {}</translation>
    </message>
    <message>
        <source>there is no time {}</source>
        <translation>часу {} немає</translation>
    </message>
    <message>
        <source>{} is no time of day</source>
        <translation>{} – це не час доби</translation>
    </message>
    <message>
        <source>this duration leads out of the calendar</source>
        <translation>ця тривалість виходить за межі календаря</translation>
    </message>
    <message>
        <source>no date meets its rule</source>
        <translation>жодна дата не відповідає правилу</translation>
    </message>
    <message>
        <source>it recurs within a day, or no known way</source>
        <translation>повторюється протягом одного дня або невідомим способом</translation>
    </message>
    <message>
        <source>its interval is none</source>
        <translation>її крок повторення хибний</translation>
    </message>
    <message>
        <source>it starts too late to be followed</source>
        <translation>починається надто пізно</translation>
    </message>
    <message>
        <source>its rule is malformed</source>
        <translation>її правило зіпсовано</translation>
    </message>
    <message>
        <source>the file has too many recurring events</source>
        <translation>у файлі забагато повторюваних подій</translation>
    </message>
    <message>
        <source>its end is no date</source>
        <translation>її кінець – не дата</translation>
    </message>
    <message>
        <source>it follows the calendar {}</source>
        <translation>її записано за календарем {}</translation>
    </message>
    <message>
        <source>its rule cannot be followed ({})</source>
        <translation>її правило не вдається застосувати ({})</translation>
    </message>
    <message>
        <source>items of the list that are no objects: {}</source>
        <translation>елементів списку, що не є об’єктами: {}</translation>
    </message>
    <message>
        <source>{} goes on recurring; shown are its times within {} years: {}</source>
        <translation>{} повторюється й далі; кількість років: {}, показаних разів за них: {}</translation>
    </message>
    <message>
        <source>pictures inside the file were left out: {}</source>
        <translation>пропущено зображень із файлу: {}</translation>
    </message>
    <message>
        <source>pictures on the web were left out: {}</source>
        <translation>пропущено зображень з інтернету: {}</translation>
    </message>
    <message>
        <source>attachments were left out: {}</source>
        <translation>пропущено вкладень: {}</translation>
    </message>
    <message>
        <source>colours of single events are not kept: {}</source>
        <translation>кольори окремих подій не збережено: {}</translation>
    </message>
    <message>
        <source>events that count from &apos;now&apos;, which is the day on which the file was opened: {}</source>
        <translation>подій, відлік яких іде від «зараз», тобто від дня, коли файл відкрито: {}</translation>
    </message>
    <message>
        <source>events that are repeated for ever, and shown only as often as at first: {}</source>
        <translation>подій, що повторюються без кінця, показано лише перші рази: {}</translation>
    </message>
    <message>
        <source>rows without a date were passed over: {} of {}</source>
        <translation>пропущено рядків без дати: {} із {}</translation>
    </message>
    <message>
        <source>cells with nothing but {} were taken for empty</source>
        <translation>клітинки, у яких немає нічого, крім {}, сприйнято як порожні</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Ctrl + wheel, pinch</source>
        <translation>Ctrl + коліщатко, щипок</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>Масштабувати навколо вказівника</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Коліщатко</translation>
    </message>
    <message>
        <source>Scroll the lanes, else pan</source>
        <translation>Прокрутити доріжки або рухатися в часі</translation>
    </message>
    <message>
        <source>Shift + wheel, sideways swipe</source>
        <translation>Shift + коліщатко, змах убік</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Рухатися в часі</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Перетягування</translation>
    </message>
    <message>
        <source>Pan, with inertia</source>
        <translation>Рухатися в часі, за інерцією</translation>
    </message>
    <message>
        <source>Shift + drag, drag on the ruler</source>
        <translation>Shift + перетягування, перетягування по лінійці</translation>
    </message>
    <message>
        <source>Zoom to the range</source>
        <translation>Наблизити до проміжку</translation>
    </message>
    <message>
        <source>Select what the frame touches</source>
        <translation>Вибрати все, чого торкається рамка</translation>
    </message>
    <message>
        <source>Alt + drag, Ctrl + drag</source>
        <translation>Alt чи Ctrl + перетягування</translation>
    </message>
    <message>
        <source>Click, Ctrl + click, Shift + click</source>
        <translation>Клацання, Ctrl + клацання, Shift + клацання</translation>
    </message>
    <message>
        <source>Select, add, extend</source>
        <translation>Вибрати, додати, розширити</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Подвійне клацання</translation>
    </message>
    <message>
        <source>Fit the event, open the cluster</source>
        <translation>Вписати подію, розкрити скупчення</translation>
    </message>
    <message>
        <source>Neighbouring lane</source>
        <translation>Сусідня доріжка</translation>
    </message>
    <message>
        <source>Extend the selection</source>
        <translation>Розширити вибір</translation>
    </message>
    <message>
        <source>Move without selecting</source>
        <translation>Пересунутися без вибору</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Select or not</source>
        <translation>Вибрати чи ні</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробіл</translation>
    </message>
    <message>
        <source>Next, previous hit (in the search)</source>
        <translation>Наступний, попередній збіг (у пошуку)</translation>
    </message>
    <message>
        <source>Clear the search, give up a drag</source>
        <translation>Очистити пошук, перервати перетягування</translation>
    </message>
    <message>
        <source>One finger, two fingers</source>
        <translation>Один палець, два пальці</translation>
    </message>
    <message>
        <source>Pan, zoom about their middle</source>
        <translation>Рух, масштаб навколо їхньої середини</translation>
    </message>
    <message>
        <source>Tap, double tap, long press</source>
        <translation>Дотик, подвійний, довгий</translation>
    </message>
    <message>
        <source>Select, open, tell what is there</source>
        <translation>Вибрати, розкрити, дізнатися, що там є</translation>
    </message>
    <message>
        <source>Menu of the lane</source>
        <translation>Меню доріжки</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys and gestures</source>
        <translation>Клавіші й жести</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>На шкалі часу</translation>
    </message>
    <message>
        <source>Mouse and touchpad</source>
        <translation>Миша й сенсорна панель</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>one of {}</source>
        <translation>одне з: {}</translation>
    </message>
    <message>
        <source>a whole number from {} to {}</source>
        <translation>ціле число від {} до {}</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>ціле число</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>one text per language</source>
        <translation>по тексту на мову</translation>
    </message>
    <message>
        <source>keys and values with {} and {}</source>
        <translation>ключі та значення з {} і {}</translation>
    </message>
    <message>
        <source>keys and values with {}</source>
        <translation>ключі та значення з {}</translation>
    </message>
    <message>
        <source>keys and values</source>
        <translation>ключі та значення</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>a language tag such as &apos;uk&apos;</source>
        <translation>код мови, як-от «uk»</translation>
    </message>
    <message>
        <source>a colour such as &apos;#0072B2&apos;</source>
        <translation>колір, як-от «#0072B2»</translation>
    </message>
    <message>
        <source>newer than this program</source>
        <translation>новіша за цю програму</translation>
    </message>
    <message>
        <source>no version of the format</source>
        <translation>невідома у форматі</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>простий текст</translation>
    </message>
    <message>
        <source>no plain keys</source>
        <translation>немає простих ключів</translation>
    </message>
    <message>
        <source> ({} stands there)</source>
        <translation> (натомість є {})</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>зображення PNG</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>зображення JPEG</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>зображення GIF</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>документ PDF</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>архів ZIP</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>архів gzip</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>програма</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>база даних</translation>
    </message>
    <message>
        <source>or</source>
        <translation>або</translation>
    </message>
</context>
<context>
    <name>LaneMenu</name>
    <message>
        <source>Everything else</source>
        <translation>Усе інше</translation>
    </message>
    <message>
        <source>Open the lane</source>
        <translation>Розгорнути доріжку</translation>
    </message>
    <message>
        <source>Collapse the lane</source>
        <translation>Згорнути доріжку</translation>
    </message>
    <message>
        <source>Hide the lane</source>
        <translation>Сховати доріжку</translation>
    </message>
    <message>
        <source>Hide all others</source>
        <translation>Сховати всі інші</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Пересунути вгору</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Пересунути вниз</translation>
    </message>
    <message>
        <source>Show all lanes</source>
        <translation>Показати всі доріжки</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>Open outside</source>
        <translation>Відкрити поза Timeglass</translation>
    </message>
    <message>
        <source>This link leads out of Timeglass, to:</source>
        <translation>Це посилання веде за межі Timeglass, до:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Копіювати адресу</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>backgrounds of slides</source>
        <translation>тла слайдів</translation>
    </message>
    <message>
        <source>colours of single events</source>
        <translation>кольори окремих подій</translation>
    </message>
    <message>
        <source>icons</source>
        <translation>значки</translation>
    </message>
    <message>
        <source>styles of single events</source>
        <translation>стилі окремих подій</translation>
    </message>
    <message>
        <source>classes of single events</source>
        <translation>класи окремих подій</translation>
    </message>
    <message>
        <source>to-dos</source>
        <translation>завдання</translation>
    </message>
    <message>
        <source>journal entries</source>
        <translation>записи журналу</translation>
    </message>
    <message>
        <source>free or busy times</source>
        <translation>вільний і зайнятий час</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend</source>
        <translation>Легенда</translation>
    </message>
    <message>
        <source>Close the legend</source>
        <translation>Закрити легенду</translation>
    </message>
    <message>
        <source>Marks and what they mean</source>
        <translation>Позначки та їхнє значення</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Без категорії</translation>
    </message>
    <message>
        <source>A moment, or a time too short to see</source>
        <translation>Мить або час, надто короткий, щоб його побачити</translation>
    </message>
    <message>
        <source>Lasts from edge to edge</source>
        <translation>Триває від краю до краю</translation>
    </message>
    <message>
        <source>A fading end: it lies somewhere within the fade</source>
        <translation>Кінець, що блідне: він десь у цьому переході</translation>
    </message>
    <message>
        <source>At some time within this stretch</source>
        <translation>Колись у цьому проміжку</translation>
    </message>
    <message>
        <source>An arrow: open, without an end or a beginning</source>
        <translation>Стрілка: відкрито, без кінця чи початку</translation>
    </message>
    <message>
        <source>An end or a beginning that nobody knows</source>
        <translation>Кінець чи початок, якого ніхто не знає</translation>
    </message>
    <message>
        <source>Goes on behind what stands next to it</source>
        <translation>Триває далі позаду того, що стоїть поруч</translation>
    </message>
    <message>
        <source>Bold: the most important events</source>
        <translation>Жирним: найважливіші події</translation>
    </message>
    <message>
        <source>Hollow: about then</source>
        <translation>Порожнє: приблизно тоді</translation>
    </message>
    <message>
        <source>Half filled: the date is uncertain</source>
        <translation>Наполовину заповнене: дата непевна</translation>
    </message>
    <message>
        <source>Dashed: disputed</source>
        <translation>Штрихове: спірне</translation>
    </message>
    <message>
        <source>Dotted: claimed by one side</source>
        <translation>Пунктирне: так твердить одна сторона</translation>
    </message>
    <message>
        <source>A point in a ring: planned</source>
        <translation>Точка в кільці: заплановане</translation>
    </message>
    <message>
        <source>So many events stand too close to be shown apart; a double click opens them</source>
        <translation>Стільки подій стоять надто близько, щоб показати їх окремо; подвійне клацання розкриває їх</translation>
    </message>
    <message>
        <source>A small mark: one event without room for its name</source>
        <translation>Мала позначка: одна подія, для назви якої немає місця</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Вибране</translation>
    </message>
    <message>
        <source>The current event</source>
        <translation>Поточна подія</translation>
    </message>
    <message>
        <source>Added or altered in the file just now</source>
        <translation>Щойно додане чи змінене у файлі</translation>
    </message>
    <message>
        <source>Found by the search; what is not found is dimmed</source>
        <translation>Знайдене пошуком; незнайдене пригашено</translation>
    </message>
    <message>
        <source>Events among which the search found some</source>
        <translation>Події, серед яких пошук щось знайшов</translation>
    </message>
    <message>
        <source>Related to an event out of view; a click goes there</source>
        <translation>Пов’язане з подією поза екраном; клацання веде туди</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сьогодні</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Періоди</translation>
    </message>
    <message>
        <source>Steps of a course, on alternating grounds</source>
        <translation>Кроки курсу, на тлі двох тонів</translation>
    </message>
    <message>
        <source>The range in which a value lies</source>
        <translation>Межі, в яких лежить значення</translation>
    </message>
    <message>
        <source>A gap: nothing is known</source>
        <translation>Розрив: нічого не відомо</translation>
    </message>
    <message>
        <source>A value that holds until the next one</source>
        <translation>Значення, що тримається до наступного</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категорії</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Події</translation>
    </message>
    <message>
        <source>How firm it is</source>
        <translation>Наскільки певно</translation>
    </message>
    <message>
        <source>Where there is little room</source>
        <translation>Де мало місця</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>Що впадає в око</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Графіки</translation>
    </message>
    <message>
        <source>Relation of the current event: {kind}</source>
        <translation>Зв’язок поточної події: {kind}</translation>
    </message>
    <message>
        <source>Small and hollow: belongs here too, and stands in another lane</source>
        <translation>Мала порожня позначка: подія належить і сюди, а стоїть в іншій доріжці</translation>
    </message>
</context>
<context>
    <name>LegendButton</name>
    <message>
        <source>Legend</source>
        <translation>Легенда</translation>
    </message>
</context>
<context>
    <name>LicenseDialog</name>
    <message>
        <source>Licence of {part}</source>
        <translation>Ліцензія: {part}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Sorting: {percent} %</source>
        <translation>Упорядкування: {percent} %</translation>
    </message>
</context>
<context>
    <name>Live</name>
    <message>
        <source>{name} cannot be added: {words}</source>
        <translation>Не вдалося додати {name}: {words}</translation>
    </message>
    <message>
        <source>{name} was added: {events}.</source>
        <translation>Додано {name}: {events}.</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Показати все</translation>
    </message>
    <message>
        <source>Take it out again</source>
        <translation>Вилучити</translation>
    </message>
    <message>
        <source>The file could not be read again: {words}</source>
        <translation>Файл не вдалося прочитати знову: {words}</translation>
    </message>
    <message>
        <source>{name} is no longer there; what was read of it stays.</source>
        <translation>Файлу {name} більше немає; прочитане з нього лишається.</translation>
    </message>
    <message>
        <source>{name} as it is now cannot be read; its last good state stays.</source>
        <translation>Файл {name} у теперішньому вигляді прочитати не можна; лишається його останній справний стан.</translation>
    </message>
    <message>
        <source>{name} was saved with faults; its last good state stays.</source>
        <translation>Файл {name} збережено з помилками; лишається його останній справний стан.</translation>
    </message>
    <message>
        <source>Show what can be read</source>
        <translation>Показати те, що читається</translation>
    </message>
    <message>
        <source>Select them</source>
        <translation>Вибрати їх</translation>
    </message>
    <message>
        <source>{count} added</source>
        <translation>додано {count}</translation>
    </message>
    <message>
        <source>{count} removed</source>
        <translation>вилучено {count}</translation>
    </message>
    <message>
        <source>{count} altered</source>
        <translation>змінено {count}</translation>
    </message>
    <message>
        <source>The file has changed. Events: {changes}.</source>
        <translation>Файл змінився. Події: {changes}.</translation>
    </message>
    <message>
        <source>The file has changed; its events are the same.</source>
        <translation>Файл змінився; події ті самі.</translation>
    </message>
    <message>
        <source>The file was saved anew; all in it is the same.</source>
        <translation>Файл збережено знову; у ньому все те саме.</translation>
    </message>
    <message>
        <source>Reading {name} again</source>
        <translation>Повторне читання: {name}</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Читання: {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Export %Ln selected…</source>
        <translation>
            <numerusform>Експортувати %Ln вибрану…</numerusform>
            <numerusform>Експортувати %Ln вибрані…</numerusform>
            <numerusform>Експортувати %Ln вибраних…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln found…</source>
        <translation>
            <numerusform>Експортувати %Ln знайдену…</numerusform>
            <numerusform>Експортувати %Ln знайдені…</numerusform>
            <numerusform>Експортувати %Ln знайдених…</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Експортувати…</translation>
    </message>
</context>
<context>
    <name>MessagePage</name>
    <message>
        <source>Progress</source>
        <translation>Перебіг</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Замінити</translation>
    </message>
    <message>
        <source>This name is there already; what it stands for is replaced.</source>
        <translation>Така назва вже є; те, що під нею, буде замінено.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview</source>
        <translation>Огляд</translation>
    </message>
    <message>
        <source>The whole timeline; the arrow keys move the visible window</source>
        <translation>Уся хронологія; стрілки рухають видиме вікно</translation>
    </message>
    <message>
        <source>Drag the window to move it, its edges to zoom; click to go elsewhere</source>
        <translation>Перетягуйте вікно, щоб рухати його, краї – щоб масштабувати; клацніть, щоб перейти деінде</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Copy the selected words</source>
        <translation>Копіювати виділені слова</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Копіювати адресу</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Built-in timeline</source>
        <translation>Вбудована хронологія</translation>
    </message>
</context>
<context>
    <name>Parts of an event</name>
    <message>
        <source>Date or start</source>
        <translation>Дата або початок</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Кінець</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Тривалість</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Category (lane)</source>
        <translation>Категорія (доріжка)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Учасник</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Посилання</translation>
    </message>
    <message>
        <source>Importance, 1 to 5</source>
        <translation>Важливість, від 1 до 5</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Ідентифікатор</translation>
    </message>
    <message>
        <source>Year of the start</source>
        <translation>Рік початку</translation>
    </message>
    <message>
        <source>Month of the start</source>
        <translation>Місяць початку</translation>
    </message>
    <message>
        <source>Day of the start</source>
        <translation>День початку</translation>
    </message>
    <message>
        <source>Time of the start</source>
        <translation>Час початку</translation>
    </message>
    <message>
        <source>Year of the end</source>
        <translation>Рік кінця</translation>
    </message>
    <message>
        <source>Month of the end</source>
        <translation>Місяць кінця</translation>
    </message>
    <message>
        <source>Day of the end</source>
        <translation>День кінця</translation>
    </message>
    <message>
        <source>Time of the end</source>
        <translation>Час кінця</translation>
    </message>
    <message>
        <source>BC or AD</source>
        <translation>До н. е. чи наша ера</translation>
    </message>
    <message>
        <source>Earliest start</source>
        <translation>Найраніший початок</translation>
    </message>
    <message>
        <source>Latest start</source>
        <translation>Найпізніший початок</translation>
    </message>
    <message>
        <source>Earliest end</source>
        <translation>Найраніший кінець</translation>
    </message>
    <message>
        <source>Latest end</source>
        <translation>Найпізніший кінець</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Previous page</source>
        <translation>Попередня сторінка</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Наступна сторінка</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Зменшити</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Збільшити</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Уся сторінка</translation>
    </message>
    <message>
        <source>Not shown here, but exported: {events}</source>
        <translation>Тут не показано, але буде експортовано: {events}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Сторінка {number} з {count}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Попередній перегляд</translation>
    </message>
    <message>
        <source>Show the whole page</source>
        <translation>Показати всю сторінку</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>printing was cancelled</source>
        <translation>друк скасовано</translation>
    </message>
    <message>
        <source>this program cannot set pages</source>
        <translation>ця програма не вміє верстати сторінки</translation>
    </message>
    <message>
        <source>there is no such page</source>
        <translation>такої сторінки немає</translation>
    </message>
    <message>
        <source>the printer takes no pages, or the file cannot be written</source>
        <translation>принтер не приймає сторінок або файл не можна записати</translation>
    </message>
    <message>
        <source>a page could not be drawn</source>
        <translation>сторінку не вдалося намалювати</translation>
    </message>
    <message>
        <source>Printing: {words}</source>
        <translation>Друк: {words}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Printed to {path}, {pages}</source>
        <translation>Надруковано у файл {path}: {pages}</translation>
    </message>
    <message>
        <source>{pages} went to the printer</source>
        <translation>Надіслано на принтер: {pages}</translation>
    </message>
    <message>
        <source>Printing was cancelled</source>
        <translation>Друк скасовано</translation>
    </message>
    <message>
        <source>Cannot be printed: {words}</source>
        <translation>Не можна надрукувати: {words}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Сторінка {number} з {count}</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Copy all</source>
        <translation>Копіювати все</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Problems in the file</source>
        <translation>Проблеми у файлі</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Рядок</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Що не так</translation>
    </message>
    <message>
        <source>What would be right</source>
        <translation>Як було б правильно</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Рівень</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Де саме</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Помилка</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Попередження</translation>
    </message>
</context>
<context>
    <name>QueryFaults</name>
    <message>
        <source>this bracket closes nothing</source>
        <translation>ця дужка нічого не закриває</translation>
    </message>
    <message>
        <source>OR stands between two things to look for</source>
        <translation>OR має стояти між двома умовами пошуку</translation>
    </message>
    <message>
        <source>too many brackets and signs inside one another</source>
        <translation>забагато вкладених дужок і знаків</translation>
    </message>
    <message>
        <source>the closing quotation mark is missing</source>
        <translation>бракує закривних лапок</translation>
    </message>
    <message>
        <source>the closing bracket is missing</source>
        <translation>бракує закривної дужки</translation>
    </message>
    <message>
        <source>there is nothing to leave out</source>
        <translation>немає чого виключати</translation>
    </message>
    <message>
        <source>“certainly:” stands before after:, before:, during: or on:</source>
        <translation>«certainly:» стоїть перед after:, before:, during: або on:</translation>
    </message>
    <message>
        <source>there is no field “{}”</source>
        <translation>поля «{}» немає</translation>
    </message>
    <message>
        <source>“{}:” wants a value</source>
        <translation>«{}:» потребує значення</translation>
    </message>
    <message>
        <source>there is no letter or digit in it to look for</source>
        <translation>тут немає ні літери, ні цифри, щоб шукати</translation>
    </message>
    <message>
        <source>importance is 1 to 5, as in importance:&gt;=4</source>
        <translation>важливість – від 1 до 5, наприклад importance:&gt;=4</translation>
    </message>
    <message>
        <source>“is:” does not know “{}”</source>
        <translation>«is:» не знає «{}»</translation>
    </message>
    <message>
        <source>“has:” does not know “{}”</source>
        <translation>«has:» не знає «{}»</translation>
    </message>
    <message>
        <source>{fault}; did you mean “{meant}”?</source>
        <translation>{fault}; можливо, «{meant}»?</translation>
    </message>
</context>
<context>
    <name>Reopening</name>
    <message>
        <source>it holds no view of a timeline: it was not made with Timeglass</source>
        <translation>у ньому немає вигляду хронології: його створено не в Timeglass</translation>
    </message>
    <message>
        <source>{pdf} was made from “{file}”, which is not beside it.</source>
        <translation>{pdf} створено з файлу «{file}», але поруч його немає.</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Знайти…</translation>
    </message>
    <message>
        <source>Timelines ({patterns});;All files (*)</source>
        <translation>Хронології ({patterns});;Усі файли (*)</translation>
    </message>
    <message>
        <source>Find “{file}”</source>
        <translation>Знайти «{file}»</translation>
    </message>
    <message>
        <source>This is how {pdf} was made, on {day}: {events}.</source>
        <translation>Саме таким було створено {pdf} ({day}): {events}.</translation>
    </message>
    <message>
        <source>The data has changed since {pdf} was made, on {day}: of its {events}, {gone} are no longer there.</source>
        <translation>Дані змінилися, відколи створено {pdf} ({day}): {events}, з них більше немає: {gone}.</translation>
    </message>
    <message>
        <source>The data has changed since {pdf} was made, on {day}; all its {events} are still there.</source>
        <translation>Дані змінилися, відколи створено {pdf} ({day}); усе ще на місці: {events}.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Keep this search</source>
        <translation>Зберегти цей пошук</translation>
    </message>
    <message>
        <source>“{name}” is kept among your searches.</source>
        <translation>«{name}» збережено серед ваших пошуків.</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>Зберегти цей вигляд</translation>
    </message>
    <message>
        <source>Kept are the search, the lanes, the range, what is selected, and the panes.</source>
        <translation>Зберігаються пошук, доріжки, проміжок часу, вибране та панелі.</translation>
    </message>
    <message>
        <source>“{name}” is kept among the views of this timeline.</source>
        <translation>«{name}» збережено серед виглядів цієї хронології.</translation>
    </message>
    <message>
        <source>“{name}” is kept; of the {events} selected it holds the first {kept}.</source>
        <translation>«{name}» збережено; з вибраного ({events}) у ньому перші {kept}.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ще немає</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message numerus="yes">
        <source>%Ln of them only possibly, for the date(s) are doubtful</source>
        <translation>
            <numerusform>%Ln з них – лише можливо, бо дата непевна</numerusform>
            <numerusform>%Ln з них – лише можливо, бо дати непевні</numerusform>
            <numerusform>%Ln з них – лише можливо, бо дати непевні</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{found} of %Ln event(s) shown; the rest is hidden by the search.</source>
        <translation>
            <numerusform>Показано {found} з %Ln події; решту приховав пошук.</numerusform>
            <numerusform>Показано {found} з %Ln подій; решту приховав пошук.</numerusform>
            <numerusform>Показано {found} з %Ln подій; решту приховав пошук.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the rest</source>
        <translation>Показати решту</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистити</translation>
    </message>
    <message>
        <source>The search cannot be read: {reason}</source>
        <translation>Запит незрозумілий: {reason}</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Нічого не знайдено.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистити пошук</translation>
    </message>
    <message>
        <source>The search stopped at a fault of the program: {words}</source>
        <translation>Пошук зупинила помилка програми: {words}</translation>
    </message>
    <message>
        <source>Preparing: {percent} %</source>
        <translation>Підготовка: {percent} %</translation>
    </message>
    <message>
        <source>Nothing found. Did you mean “{query}”?</source>
        <translation>Нічого не знайдено. Можливо, «{query}»?</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search titles, texts, people, places</source>
        <translation>Шукати в назвах, текстах, іменах, місцях</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Пошук</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>Попередній збіг (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>Наступний збіг (Enter)</translation>
    </message>
    <message>
        <source>Hide what is not found (Ctrl+H)</source>
        <translation>Сховати незнайдене (Ctrl+H)</translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>Очистити пошук (Esc)</translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{found} з {total}</translation>
    </message>
    <message>
        <source>{count}, {doubtful} possibly</source>
        <translation>{count}, {doubtful} можливо</translation>
    </message>
</context>
<context>
    <name>ShelfDialog</name>
    <message>
        <source>Kept searches and views</source>
        <translation>Збережені пошуки й вигляди</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Що показує</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показати</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Перейменувати</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation>Копіювати як команду</translation>
    </message>
    <message>
        <source>The call that opens this view, for the command line</source>
        <translation>Виклик, що відкриває цей вигляд, для командного рядка</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Пошуки</translation>
    </message>
    <message>
        <source>Views of this timeline</source>
        <translation>Вигляди цієї хронології</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ще немає</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>вибрано %Ln</numerusform>
            <numerusform>вибрано %Ln</numerusform>
            <numerusform>вибрано %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Speaking</name>
    <message>
        <source>Timeglass will speak {language} when it is started next.</source>
        <translation>Мова вікна після наступного запуску Timeglass: {language}.</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Gathering the events</source>
        <translation>Збирання подій</translation>
    </message>
    <message>
        <source>Setting the pages</source>
        <translation>Верстання сторінок</translation>
    </message>
    <message>
        <source>Painting the picture</source>
        <translation>Малювання зображення</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Записування файлу</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Confirmed</source>
        <translation>Підтверджена</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Спірна</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Заявлена</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Запланована</translation>
    </message>
</context>
<context>
    <name>TableColumns</name>
    <message>
        <source>Choose its columns…</source>
        <translation>Вибрати її стовпці…</translation>
    </message>
    <message>
        <source>The columns cannot be shown: {words}</source>
        <translation>Стовпці неможливо показати: {words}</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Шкала часу</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu (F10)</source>
        <translation>Меню (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Усе</translation>
    </message>
    <message>
        <source>Visible range: {range}</source>
        <translation>Видимий проміжок: {range}</translation>
    </message>
    <message>
        <source>Zoom in, showing {range}</source>
        <translation>Наблизити, показано {range}</translation>
    </message>
    <message>
        <source>Zoom out, showing {range}</source>
        <translation>Віддалити, показано {range}</translation>
    </message>
    <message>
        <source>Fit all, showing {range}</source>
        <translation>Показати все, показано {range}</translation>
    </message>
</context>
<context>
    <name>ViewCopying</name>
    <message>
        <source>The view is on the clipboard: {width} × {height} pixels.</source>
        <translation>Вигляд у буфері обміну: {width} × {height} пікселів.</translation>
    </message>
</context>
<context>
    <name>_Notice</name>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Перебіг</translation>
    </message>
</context>
</TS>
