' Saving with remarks in the margin, in one piece: a LibreOffice that was installed without its windows (as packages for
' servers are) dies of a remark as soon as it comes to draw one, which it does between two orders given from outside.

Function Save(document, spans, authors, texts, urls, filters)
    EnableReschedule(False)
    Dim how(0) As New com.sun.star.beans.PropertyValue
    how(0).Name = "FilterName"
    Dim remarks(UBound(spans) + 1)
    For n = 0 To UBound(spans)
        remarks(n) = document.createInstance("com.sun.star.text.textfield.Annotation")
        remarks(n).Author = authors(n)
        remarks(n).Content = texts(n)
        spans(n).Text.insertTextContent(spans(n), remarks(n), True)
    Next
    For n = 0 To UBound(urls)
        how(0).Value = filters(n)
        document.storeToURL(urls(n), how())
    Next
    document.RecordChanges = False
    For n = 0 To UBound(spans)
        remarks(n).dispose()
    Next
    Save = True
End Function

Function Convert(source, target, filter)
    EnableReschedule(False)
    Dim how(0) As New com.sun.star.beans.PropertyValue
    how(0).Name = "Hidden"
    how(0).Value = True
    document = StarDesktop.loadComponentFromURL(source, "_blank", 0, how())
    how(0).Name = "FilterName"
    how(0).Value = filter
    document.storeToURL(target, how())
    document.close(True)
    Convert = True
End Function
