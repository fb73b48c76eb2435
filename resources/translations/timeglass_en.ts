<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln era(s)</source>
        <translation>
            <numerusform>%Ln era</numerusform>
            <numerusform>%Ln eras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetsPanel</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message numerus="yes">
        <source>%Ln lane(s) hidden</source>
        <translation>
            <numerusform>%Ln lane hidden</numerusform>
            <numerusform>%Ln lanes hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Export %Ln selected…</source>
        <translation>
            <numerusform>Export %Ln selected…</numerusform>
            <numerusform>Export %Ln selected…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln found…</source>
        <translation>
            <numerusform>Export %Ln found…</numerusform>
            <numerusform>Export %Ln found…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message numerus="yes">
        <source>%Ln of them only possibly, for the date(s) are doubtful</source>
        <translation>
            <numerusform>%Ln of them only possibly, for its date is doubtful</numerusform>
            <numerusform>%Ln of them only possibly, for their dates are doubtful</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{found} of %Ln event(s) shown; the rest is hidden by the search.</source>
        <translation>
            <numerusform>{found} of %Ln event shown; the rest is hidden by the search.</numerusform>
            <numerusform>{found} of %Ln events shown; the rest is hidden by the search.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShelfDialog</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
</TS>
